import { Anchor, Button } from '@mantine/core';
import type { MigrationView } from '@percorso/server/contract';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useWords } from '../../language/words.ts';
import back from '../programme/programme.module.css';
import { announce } from '../shell/Announcements.tsx';
import { Page } from '../shell/Page.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { MigrationState } from './MigrationState.tsx';
import { Overview } from './Overview.tsx';
import { useMigration } from './useMigration.ts';

/** The plan to move those inside: what is asked, how far it has come, how it went. */
export function MigrationPage() {
  const { id = '' } = useParams();
  const read = useMigration(id);
  useAnnouncedEnd(read.data);
  if (read.error) return <ProblemNote error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  return <Plan plan={read.data} />;
}

function Plan({ plan }: { readonly plan: MigrationView }) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  const isKnown = plan.status !== 'failed' && !isFirstLook(plan);
  return (
    <>
      <Anchor
        component={Link}
        to={`/desk/pathways/${plan.pathway}`}
        className={`${back.back} no-print`}
      >
        <IconArrowLeft size={18} aria-hidden /> {t('plan.back')}
      </Anchor>
      <Page
        title={t('plan.title', { version: plan.version })}
        lead={t(plan.startedAt ? 'plan.lead-begun' : 'plan.lead', { title: words(plan.title) })}
        actions={
          <Button
            variant="default"
            leftSection={<IconPrinter size={20} aria-hidden />}
            onClick={() => globalThis.print()}
          >
            {t('print')}
          </Button>
        }
      >
        <MigrationState plan={plan} />
        {isKnown && <Overview plan={plan} />}
      </Page>
    </>
  );
}

/** Is everybody being looked at for the first time, so that nothing is known yet? */
const isFirstLook = ({ status, groups }: MigrationView) =>
  status === 'computing' && groups.length === 0;

/** Whoever has gone on reading below hears when the cases are through. */
function useAnnouncedEnd(plan: MigrationView | undefined) {
  const { t } = useTranslation('redesign');
  const before = useRef<MigrationView['status']>(undefined);
  const status = plan?.status;
  useEffect(() => {
    if (before.current === 'running' && status === 'done') announce(t('plan.done'));
    if (before.current === 'taking-back' && status === 'taken-back') announce(t('plan.taken-back'));
    before.current = status;
  }, [status, t]);
}
