import { Alert, Anchor, Button } from '@mantine/core';
import type { MigrationView } from '@percorso/server/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session.ts';
import { Panel } from '../programme/Panel.tsx';
import { AnotherPlan } from './AnotherPlan.tsx';
import { QUESTIONS } from './Questions.tsx';
import classes from './redesign.module.css';
import { StartDialog } from './StartDialog.tsx';
import { peopleIn, summaryOf } from './verdicts.ts';

/** A plan that waits to be started: what it would do in one sentence, and the button. */
export function Beginning({ plan }: { readonly plan: MigrationView }) {
  const { t } = useTranslation('redesign');
  const may = useMay();
  const [isAsking, setAsking] = useState(false);
  const { undecided, going } = summaryOf(plan);
  if (!plan.isCurrent) {
    return (
      <Alert color="orange" mb="md">
        {t('plan.outdated')} <AnotherPlan plan={plan} />
      </Alert>
    );
  }
  if (peopleIn(plan.counts) === 0) return null;
  return (
    <Panel title={t('plan.state')}>
      <Summary plan={plan} />
      {undecided > 0 && (
        <p>
          {t('plan.answer-first')} <Anchor href={`#${QUESTIONS}`}>{t('plan.to-questions')}</Anchor>
        </p>
      )}
      {undecided === 0 && going > 0 && may('migrations.change') && (
        <Button onClick={() => setAsking(true)}>{t('plan.start')}</Button>
      )}
      {isAsking && <StartDialog plan={plan} onClose={() => setAsking(false)} />}
    </Panel>
  );
}

/** «Sposterai 47 casi, 3 restano, 2 da decidere.» */
function Summary({ plan }: { readonly plan: MigrationView }) {
  const { t } = useTranslation('redesign');
  const { going, staying, undecided } = summaryOf(plan);
  const parts = [
    t('plan.going', { count: going }),
    staying > 0 && t('plan.staying', { count: staying }),
    undecided > 0 && t('plan.undecided', { count: undecided }),
  ];
  return (
    <p className={classes.summary} role="status">
      {parts.filter(Boolean).join(', ')}.
    </p>
  );
}
