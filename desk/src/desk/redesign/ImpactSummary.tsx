import { Anchor, Skeleton, Text } from '@mantine/core';
import type { DraftView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import classes from './redesign.module.css';
import { useMigration } from './useMigration.ts';
import type { usePreview } from './usePreview.ts';
import { VerdictMark } from './VerdictMark.tsx';
import { FATES, peopleIn } from './verdicts.ts';

interface Props {
  readonly draft: DraftView;
  readonly preview: ReturnType<typeof usePreview>;
}

/** The numbers of a preview in brief, where a draft is about to be published. */
export function ImpactSummary({ draft, preview }: Props) {
  const { t } = useTranslation('redesign');
  const read = useMigration(preview.data ?? null);
  const error = preview.error ?? read.error;
  const plan = read.data;
  const isReady = plan && plan.status !== 'computing';
  return (
    <section className={classes.inside} aria-label={t('impact.summary')}>
      <Text fw={600}>{t('impact.summary')}</Text>
      {error && <ProblemNote error={error} />}
      {!error && !isReady && (
        <Skeleton height={72} role="status" aria-label={t('progress.computing')} />
      )}
      {isReady && peopleIn(plan.counts) === 0 && <Text>{t('nobody.title')}.</Text>}
      {isReady && peopleIn(plan.counts) > 0 && (
        <>
          <Text>{t('impact.summary-lead')}</Text>
          <ul className={classes.brief}>
            {FATES.filter((fate) => plan.counts[fate] > 0).map((fate) => (
              <li key={fate}>
                <VerdictMark fate={fate} /> <strong>{plan.counts[fate]}</strong>
              </li>
            ))}
          </ul>
          {plan.counts['needs-decision'] > 0 && <Text>{t('impact.decide-first')}</Text>}
        </>
      )}
      <Anchor
        component={Link}
        to={`/desk/drafts/${draft.id}/impact${preview.data ? `?preview=${preview.data}` : ''}`}
      >
        {t('impact.see')}
      </Anchor>
    </section>
  );
}
