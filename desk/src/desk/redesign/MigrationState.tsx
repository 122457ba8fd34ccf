import { Alert, Button, Group, Text } from '@mantine/core';
import type { MigrationView } from '@percorso/server/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session.ts';
import { Panel } from '../programme/Panel.tsx';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { AnotherPlan } from './AnotherPlan.tsx';
import { Beginning } from './Beginning.tsx';
import { Progress } from './Progress.tsx';
import { Results } from './Results.tsx';
import { TakeBackDialog } from './TakeBackDialog.tsx';
import { useDoing } from './useDoing.ts';
import { isOutdated } from './verdicts.ts';
import { WhoLink } from './WhoLink.tsx';

interface Props {
  readonly plan: MigrationView;
}

/** How things stand with a plan, and what can be done next. */
export function MigrationState({ plan }: Props) {
  const { t } = useTranslation('redesign');
  switch (plan.status) {
    case 'failed':
      return (
        <Alert color="red" title={t('failed.title')} mb="md">
          <Text mb="sm">{t('failed.plan', { id: plan.errorId ?? '' })}</Text>
          <AnotherPlan plan={plan} />
        </Alert>
      );
    case 'computing':
      return (
        <Panel title={t('plan.state')}>
          <Progress plan={plan} />
        </Panel>
      );
    case 'planned':
      return <Beginning plan={plan} />;
    default:
      return <UnderWay plan={plan} />;
  }
}

/** From the first case on: live numbers, and stop, resume or take back as far as they apply. */
function UnderWay({ plan }: Props) {
  const { t } = useTranslation('redesign');
  const may = useMay();
  const { status, cases, notReturned } = plan;
  const isGoing = status === 'running' || status === 'taking-back';
  const failed = cases.failed ?? 0;
  return (
    <Panel title={t(isGoing || status === 'stopped' ? 'plan.state' : 'plan.results')}>
      {isGoing && <Progress plan={plan} />}
      {isGoing && <Text mt="xs">{t('plan.still-works')}</Text>}
      <Rest plan={plan} />
      <Results plan={plan} />
      {failed > 0 && (
        <Alert color="red" mb="md">
          {t('plan.failed', { count: failed })}
        </Alert>
      )}
      {status === 'done' && notReturned > 0 && (
        <Alert color="orange" mb="md">
          {t('plan.not-returned', { count: notReturned })}{' '}
          <WhoLink who={{ status: 'moved' }}>{t('plan.why')}</WhoLink>
        </Alert>
      )}
      {may('migrations.change') && <Commands plan={plan} failed={failed} />}
    </Panel>
  );
}

/** That it came to rest, and how. */
function Rest({ plan }: Props) {
  const { t } = useTranslation('redesign');
  const { status, isClosed, cases, notReturned, version } = plan;
  const isWhole = (cases.failed ?? 0) + notReturned === 0;
  if (isClosed) return <Alert color="blue">{t('plan.closed')}.</Alert>;
  switch (status) {
    case 'stopped':
      return (
        <Alert color="orange">
          {isOutdated(plan) ? t('plan.stopped-outdated', { version }) : t('plan.stopped')}
        </Alert>
      );
    case 'done':
      return <Alert color={isWhole ? 'green' : 'orange'}>{t('plan.done')}.</Alert>;
    case 'taken-back':
      return <Alert color="blue">{t('plan.taken-back')}.</Alert>;
    default:
      return null;
  }
}

function Commands({ plan, failed }: Props & { readonly failed: number }) {
  const { t } = useTranslation('redesign');
  const stop = useDoing('stopMigration');
  const resume = useDoing('resumeMigration');
  const [isAsking, setAsking] = useState(false);
  const { status, cases } = plan;
  const params = { id: plan.id };
  const error = stop.error ?? resume.error;
  const mayResume = plan.isCurrent && (status === 'stopped' || (status === 'done' && failed > 0));
  const mayReturn = (status === 'stopped' || status === 'done') && (cases.moved ?? 0) > 0;
  const mayClose = status === 'stopped' && !mayReturn;
  const told = (words: string) => () => {
    announce(words);
    // The button is another one now.
    document.querySelector<HTMLElement>('[data-page-heading]')?.focus({ preventScroll: true });
  };
  return (
    <>
      {error && <ProblemNote error={error} />}
      <Group mt="sm">
        {status === 'running' && (
          <Button
            variant="outline"
            loading={stop.isPending}
            onClick={() => stop.run({ params }, told(t('plan.stopped-done')))}
          >
            {t('plan.stop')}
          </Button>
        )}
        {mayResume && (
          <Button
            loading={resume.isPending}
            onClick={() => resume.run({ params }, told(t('plan.resumed')))}
          >
            {status === 'stopped' ? t('plan.resume') : t('plan.try-again', { count: failed })}
          </Button>
        )}
        {(mayReturn || mayClose) && (
          <Button variant="outline" color="orange" onClick={() => setAsking(true)}>
            {mayReturn ? t('take-back.open') : `${t('take-back.close')}…`}
          </Button>
        )}
        {(status === 'taken-back' || isOutdated(plan)) && <AnotherPlan plan={plan} />}
      </Group>
      {isAsking && <TakeBackDialog plan={plan} onClose={() => setAsking(false)} />}
    </>
  );
}
