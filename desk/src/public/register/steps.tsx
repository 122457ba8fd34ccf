import { ChoiceField, TextField } from '../form/Field.tsx';
import { useWords } from '../words.ts';
import { BirthDate } from './BirthDate.tsx';
import { type Draft, isMinor, type StepName } from './draft.ts';

/** What each step of the form is given. */
export interface StepProps {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  /** The words of the fault of a field, if it has one. */
  readonly faultOf: (field: keyof Draft) => string | undefined;
  readonly today: string;
  readonly goTo: (step: StepName) => void;
}

type TextName = {
  [K in keyof Draft]: Draft[K] extends string ? (string extends Draft[K] ? K : never) : never;
}[keyof Draft];

/** The props of a text field of the draft. */
function useTextOf({ draft, change, faultOf }: StepProps) {
  const { t } = useWords();
  return (name: TextName, label = `register.${name}`) => ({
    name,
    label: t(label),
    value: draft[name],
    fault: faultOf(name),
    onChange: (value: string) => change({ [name]: value }),
  });
}

/** Who registers, and who helps. */
export function WhoStep(props: StepProps) {
  const { draft, change } = props;
  const { t } = useWords();
  const text = useTextOf(props);
  const other = draft.helping ? 'Other' : '';
  // An educator's own name must not be offered for the youth's.
  const auto = (hint: string) => (draft.helping ? 'off' : hint);
  return (
    <>
      <ChoiceField
        name="helping"
        label={t('register.helping')}
        value={draft.helping ? 'yes' : 'no'}
        onChange={(value) => change({ helping: value === 'yes' })}
        options={[
          { value: 'no', label: t('register.forMe') },
          { value: 'yes', label: t('register.forOther'), help: t('register.forOtherHelp') },
        ]}
      />
      <TextField
        {...text('firstName', `register.firstName${other}`)}
        autoComplete={auto('given-name')}
        maxLength={80}
      />
      <TextField
        {...text('lastName', `register.lastName${other}`)}
        autoComplete={auto('family-name')}
        maxLength={80}
      />
      <BirthDate {...props} />
      {draft.helping && (
        <div className="inset">
          <h2>{t('register.aboutHelper')}</h2>
          <TextField {...text('helperName')} autoComplete="name" maxLength={80} />
          <TextField
            {...text('helperOrganisation')}
            autoComplete="organization"
            optional
            maxLength={120}
          />
          <TextField {...text('helperContact')} optional maxLength={254} />
        </div>
      )}
    </>
  );
}

/** How to reach the youth, and the guardian of a minor. */
export function ContactStep(props: StepProps) {
  const { draft, today } = props;
  const { t } = useWords();
  const text = useTextOf(props);
  const other = draft.helping ? 'Other' : '';
  const auto = (hint: string) => (draft.helping ? 'off' : hint);
  return (
    <>
      <p>{t(`register.reach${other}`)}</p>
      <TextField
        {...text('phone')}
        type="tel"
        autoComplete={auto('tel')}
        help={t('register.phoneHelp')}
        maxLength={20}
      />
      <TextField
        {...text('email')}
        type="email"
        autoComplete={auto('email')}
        help={t('register.emailHelp')}
        maxLength={254}
      />
      <TextField
        {...text('district')}
        autoComplete={auto('address-level3')}
        help={t('register.districtHelp')}
        optional
        maxLength={80}
      />
      {isMinor(draft, today) && (
        <div className="inset">
          <h2>{t('register.guardian')}</h2>
          <p>{t('register.guardianHelp')}</p>
          <TextField {...text('guardianName')} autoComplete="off" optional maxLength={80} />
          <TextField {...text('guardianContact')} autoComplete="off" optional maxLength={254} />
        </div>
      )}
    </>
  );
}

/** Where the youth stands, and what they hope for. */
export function WishStep(props: StepProps) {
  const { draft, change, faultOf } = props;
  const { t } = useWords();
  const text = useTextOf(props);
  return (
    <>
      <ChoiceField
        name="situation"
        label={t(draft.helping ? 'register.situationOther' : 'register.situation')}
        value={draft.situation}
        fault={faultOf('situation')}
        onChange={(value) => change({ situation: value as Draft['situation'] })}
        options={(['student', 'out-of-school', 'precarious'] as const).map((value) => ({
          value,
          label: t(`register.situations.${value}`),
        }))}
      />
      <TextField
        {...text('wish', draft.helping ? 'register.wishOther' : 'register.wish')}
        help={t('register.wishHelp')}
        lines={5}
        optional
        maxLength={1000}
      />
      <div className="trap" aria-hidden="true">
        <label>
          {t('register.website')}
          <input
            name="website"
            tabIndex={-1}
            autoComplete="off"
            value={draft.website}
            onChange={(event) => change({ website: event.target.value })}
          />
        </label>
      </div>
    </>
  );
}
