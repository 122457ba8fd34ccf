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
import { useCase } from '../case-context.ts';
import { RefusalNote } from '../RefusalNote.tsx';
import classes from './deviation.module.css';
import type { usePreview } from './usePreview.ts';

type Consequence = DeviationPreview['changes'][number];

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
}

/** What the change would mean, before anything is changed; why it is refused, if it is. */
export function Consequences({ preview: { data, error, isComing } }: Props) {
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
      {data && <Changes data={data} />}
    </section>
  );
}

function Changes({ data }: { readonly data: DeviationPreview }) {
  const { t } = useTranslation('deviation');
  const words = useWords();
  const { view } = useCase();
  const isElsewhere =
    data.steps.map(({ step }) => step).join() !== view.steps.map(({ step }) => step).join();
  return (
    <>
      {isElsewhere && (
        <dl className={classes.places}>
          <Place label={t('consequences.now')} steps={view.steps} />
          <Place label={t('consequences.then')} steps={data.steps} />
        </dl>
      )}
      {data.changes.length === 0 && <p>{t('consequences.none')}</p>}
      <Groups changes={isElsewhere ? data.changes.filter(isNoPlace) : data.changes} />
      {data.lasting.length > 0 && (
        <Alert
          color="orange"
          icon={<IconAlertTriangle />}
          title={t('consequences.lasting')}
          className={`${classes.lasting}`}
        >
          <ul>
            {data.lasting.map((one) => (
              <li key={one.words.it}>{words(one.words)}</li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}

/** Where the case leaves and arrives is shown already. */
const isNoPlace = ({ about }: Consequence) => about !== 'steps';

interface PlaceProps {
  readonly label: string;
  readonly steps: DeviationPreview['steps'];
}

function Place({ label, steps }: PlaceProps) {
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
            {sentences.map((one) => (
              <dd key={one.words.it}>{words(one.words)}</dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}
