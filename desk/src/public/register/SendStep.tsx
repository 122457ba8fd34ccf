import { CheckField } from '../form/Field.tsx';
import { useWords } from '../words.ts';
import { type Draft, isMinor, type StepName } from './draft.ts';
import type { StepProps } from './steps.tsx';

interface Block {
  readonly step: StepName;
  readonly rows: readonly (readonly [label: string, value: string])[];
}

/** What was typed, in the order of the steps. */
function useBlocks(draft: Draft, today: string): Block[] {
  const { t, language } = useWords();
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const born = Date.UTC(Number(draft.year), Number(draft.month) - 1, Number(draft.day));
  return [
    {
      step: 'who',
      rows: [
        ['register.name', `${draft.firstName} ${draft.lastName}`],
        ['register.birthDate', Number.isNaN(born) ? '' : date.format(born)],
        ['register.helperName', draft.helping ? draft.helperName : ''],
      ],
    },
    {
      step: 'contact',
      rows: [
        ['register.phone', draft.phone],
        ['register.email', draft.email],
        ['register.district', draft.district],
        ['register.guardian', isMinor(draft, today) ? draft.guardianName : ''],
      ],
    },
    {
      step: 'wish',
      rows: [
        [
          draft.helping ? 'register.situationOther' : 'register.situation',
          draft.situation && t(`register.situations.${draft.situation}`),
        ],
        [draft.helping ? 'register.wishOther' : 'register.wish', draft.wish],
      ],
    },
  ];
}

/** Everything once more, and the privacy notice. */
export function SendStep({ draft, change, faultOf, goTo, today }: StepProps) {
  const { t } = useWords();
  const blocks = useBlocks(draft, today);
  return (
    <>
      {blocks.map(({ step, rows }) => (
        <section className="check" key={step}>
          <h2>{t(`register.step.${step}`)}</h2>
          <button type="button" className="link" onClick={() => goTo(step)}>
            {t('register.change')} <span className="hidden">{t(`register.step.${step}`)}</span>
          </button>
          <dl>
            {rows
              .filter(([, value]) => value.trim())
              .map(([label, value]) => (
                <div key={label}>
                  <dt>{t(label)}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <div className="notice">
        <p>{t(draft.helping ? 'register.privacyOther' : 'register.privacy')}</p>
        <p>
          <a href="/privacy" target="_blank" rel="noopener">
            {t('register.readPrivacy')}
          </a>
        </p>
      </div>
      <CheckField
        name="privacyNoticeRead"
        label={t(draft.helping ? 'register.privacyReadOther' : 'register.privacyRead')}
        checked={draft.privacyNoticeRead}
        fault={faultOf('privacyNoticeRead')}
        onChange={(privacyNoticeRead) => change({ privacyNoticeRead })}
      />
    </>
  );
}
