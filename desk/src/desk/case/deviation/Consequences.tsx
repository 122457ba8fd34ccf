import { Alert, Loader, Title } from '@mantine/core';
import type { DeviationPreview } from '@percorso/server/contract';
import {
  IconAlertTriangle,
  IconArmchair,
  IconChecklist,
  IconClock,
  IconFileText,
  IconFlag,
  IconMail,
  IconRoute,
} from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../language/words.ts';
import { StepTag } from '../../shell/StepTag.tsx';
import { RefusalNote } from '../RefusalNote.tsx';
import classes from './deviation.module.css';
import type { usePreview } from './usePreview.ts';
import { withKeys } from './with-keys.ts';

type Consequence = DeviationPreview['changes'][number];
type Steps = DeviationPreview['steps'];

/** In the order in which one asks. */
const ICONS = {
  end: IconFlag,
  steps: IconRoute,
  activity: IconChecklist,
  seat: IconArmchair,
  deadline: IconClock,
  fact: IconFileText,
  message: IconMail,
} as const satisfies Record<Consequence['about'], unknown>;

interface Props {
  readonly preview: ReturnType<typeof usePreview>;
  /** Where the case is. */
  readonly before: Steps;
}

/** What the change would mean, before anything is changed; why it is refused, if it is. */
export function Consequences({ preview: { data, error, isComing }, before }: Props) {
  const { t } = useTranslation('deviation');
  const heading = useId();
  if (!data && !error && !isComing) return null;
  return (
    <section aria-labelledby={heading} aria-busy={isComing} className={classes.consequences}>
      <Title order={3} id={heading}>
        {t('consequences.title')}
      </Title>
      <div role="status">
        {isComing && (
          <p className={classes.coming}>
            <Loader size="sm" aria-hidden /> {t('consequences.coming')}
          </p>
        )}
        {data && (
          <span className="visually-hidden">
            {t('consequences.said', { count: data.changes.length })}{' '}
            {data.lasting.length > 0 && t('consequences.lasting-said')}
          </span>
        )}
      </div>
      <RefusalNote error={error} />
      {data && <Changes data={data} before={before} />}
    </section>
  );
}

interface ChangesProps {
  readonly data: DeviationPreview;
  readonly before: Steps;
}

function Changes({ data, before }: ChangesProps) {
  const { t } = useTranslation('deviation');
  const words = useWords();
  const left = without(before, data.steps);
  const entered = without(data.steps, before);
  const hasMoved = left.length + entered.length > 0;
  return (
    <>
      {hasMoved && (
        <dl className={classes.places}>
          <Place label={t('consequences.left')} steps={left} />
          <Place label={t('consequences.entered')} steps={entered} />
          <Place label={t('consequences.kept')} steps={without(before, left)} />
        </dl>
      )}
      {data.changes.length === 0 && <p>{t('consequences.none')}</p>}
      <Groups changes={hasMoved ? data.changes.filter(isNoPlace) : data.changes} />
      {data.lasting.length > 0 && (
        <Alert
          color="orange"
          icon={<IconAlertTriangle />}
          title={t('consequences.lasting')}
          className={`${classes.lasting}`}
        >
          <ul>
            {withKeys(data.lasting).map((one) => (
              <li key={one.key}>{words(one.words)}</li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}

const without = (these: Steps, those: Steps) =>
  these.filter(({ step }) => !those.some((one) => one.step === step));

/** Where the case leaves and arrives is shown already. */
const isNoPlace = ({ about }: Consequence) => about !== 'steps';

interface PlaceProps {
  readonly label: string;
  readonly steps: Steps;
}

function Place({ label, steps }: PlaceProps) {
  if (steps.length === 0) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {steps.map((step) => (
          <StepTag key={step.step} step={step} />
        ))}
      </dd>
    </div>
  );
}

function Groups({ changes }: { readonly changes: readonly Consequence[] }) {
  const { t } = useTranslation('deviation');
  const words = useWords();
  const abouts = Object.keys(ICONS) as Consequence['about'][];
  const present = abouts.filter((about) => changes.some((one) => one.about === about));
  return (
    <dl className={classes.changes}>
      {present.map((about) => {
        const Icon = ICONS[about];
        const sentences = changes.filter((one) => one.about === about);
        return (
          <div key={about}>
            <dt>
              <Icon size={20} aria-hidden /> {t(`about.${about}`)}
            </dt>
            {withKeys(sentences).map((one) => (
              <dd key={one.key}>{words(one.words)}</dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}
