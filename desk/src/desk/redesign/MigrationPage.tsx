import type { MigrationView } from '@percorso/server/contract';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useWords } from '../../language/words.ts';
import { announce } from '../shell/Announcements.tsx';
import { BackLink } from '../shell/BackLink.tsx';
import { Page } from '../shell/Page.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { MigrationState } from './MigrationState.tsx';
import { Overview } from './Overview.tsx';
import { PrintMenu } from './PrintMenu.tsx';
import { useMigration } from './useMigration.ts';
import { useNames } from './useNames.ts';
import { isFirstLook } from './verdicts.ts';

/** The plan to move those inside: what is asked, how far it has come, how it went. */
export function MigrationPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('redesign');
  const read = useMigration(id);
  useAnnouncedEnd(read.data);
  // Where it was read before, the reader keeps it: the shell says that the service is away.
  if (read.error && !read.data) {
    return (
      <Page title={t('move.list')}>
        <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      </Page>
    );
  }
  if (!read.data) return <PageSkeleton />;
  return <Plan plan={read.data} />;
}

function Plan({ plan }: { readonly plan: MigrationView }) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  const paper = useNames(plan.id);
  const isKnown = plan.status !== 'failed' && !isFirstLook(plan);
  return (
    <>
      <BackLink to={`/desk/pathways/${plan.pathway}`}>{t('plan.back')}</BackLink>
      <Page
        title={t('plan.title', { version: plan.version })}
        lead={t(plan.startedAt ? 'plan.lead-begun' : 'plan.lead', { title: words(plan.title) })}
        about={words(plan.title)}
        actions={isKnown && <PrintMenu isBusy={paper.isPending} onNames={paper.print} />}
      >
        {paper.error && <ProblemNote error={paper.error} onRetry={paper.print} />}
        <MigrationState plan={plan} />
        {isKnown && <Overview plan={plan} names={paper.names} />}
      </Page>
    </>
  );
}

/** Whoever has gone on reading below hears when the cases are through. */
function useAnnouncedEnd(plan: MigrationView | undefined) {
  const { t } = useTranslation('redesign');
  const before = useRef<MigrationView['status']>(undefined);
  const status = plan?.status;
  const notReturned = plan?.notReturned ?? 0;
  const isClosed = plan?.isClosed;
  useEffect(() => {
    if (before.current === 'running' && status === 'done') announce(t('plan.done'));
    if (before.current === 'taking-back' && status === 'taken-back') {
      announce(t(isClosed ? 'plan.closed' : 'plan.taken-back'));
    }
    if (before.current === 'taking-back' && status === 'done') {
      announce(t('plan.not-returned', { count: notReturned }));
    }
    before.current = status;
  }, [status, isClosed, notReturned, t]);
}
