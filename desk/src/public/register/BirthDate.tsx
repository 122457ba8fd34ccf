import { described, HelpAndFault } from '../form/Field.tsx';
import { useWords } from '../words.ts';
import type { StepProps } from './steps.tsx';

/** Three native fields: nobody should page back seventeen years in a calendar. */
export function BirthDate({ draft, change, faultOf }: StepProps) {
  const { t, language } = useWords();
  const fault = faultOf('day');
  const field = { name: 'birth', label: t('register.birthDate'), fault };
  const months = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const auto = (hint: string) => (draft.helping ? 'off' : hint);
  const number = (name: 'day' | 'year', length: number) => (
    <label className={name}>
      {t(`register.${name}`)}
      <input
        id={name}
        name={name}
        value={draft[name]}
        inputMode="numeric"
        maxLength={length}
        autoComplete={auto(`bday-${name}`)}
        aria-invalid={fault ? true : undefined}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </label>
  );
  return (
    <fieldset className={fault ? 'field wrong' : 'field'} {...described(field)}>
      <legend>{field.label}</legend>
      <HelpAndFault {...field} />
      <div className="date">
        {number('day', 2)}
        <label className="month">
          {t('register.month')}
          <select
            id="month"
            name="month"
            value={draft.month}
            autoComplete={auto('bday-month')}
            aria-invalid={fault ? true : undefined}
            onChange={(event) => change({ month: event.target.value })}
          >
            <option value="" />
            {Array.from({ length: 12 }, (_, index) => (
              <option key={months.format(Date.UTC(2000, index))} value={String(index + 1)}>
                {months.format(Date.UTC(2000, index))}
              </option>
            ))}
          </select>
        </label>
        {number('year', 4)}
      </div>
    </fieldset>
  );
}
