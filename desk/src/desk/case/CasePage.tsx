import type { PathwayDocument } from '@percorso/engine';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useWords } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { useSession } from '../api/session.ts';
import { Page } from '../shell/Page.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Activities } from './Activities.tsx';
import { CaseDialogs } from './CaseDialogs.tsx';
import { CaseHeader } from './CaseHeader.tsx';
import { CaseMenu } from './CaseMenu.tsx';
import classes from './case.module.css';
import { CaseContext, type CaseDialog, useCase, useMayHere } from './case-context.ts';
import { Duplicates } from './Duplicates.tsx';
import { DeviationDialog } from './deviation/DeviationDialog.tsx';
import { useChangeAddress } from './deviation/useChangeAddress.ts';
import { Facts } from './Facts.tsx';
import { NextActions } from './NextActions.tsx';
import { Notes } from './Notes.tsx';
import { OwnData } from './OwnData.tsx';
import { isTaskFirst, sortPossibilities } from './possibilities.ts';
import { Trace } from './Trace.tsx';
import { Where } from './Where.tsx';

export function CasePage() {
  const { t } = useTranslation('case');
  const words = useWords();
  const { id = '' } = useParams();
  const [dialog, setDialog] = useState<CaseDialog>();
  const read = useRead('readCase', { params: { id } });
  const view = read.data;
  const version = useRead(
    'readPathwayVersion',
    { params: { id: view?.pathway ?? '', version: view?.version ?? 0 } },
    { enabled: view !== undefined, staleTime: Number.POSITIVE_INFINITY },
  );
  if (read.error && !view) {
    return (
      <Page title={t('title')}>
        <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      </Page>
    );
  }
  if (!view) return <PageSkeleton rows={6} />;
  // The server parsed the document when it was published.
  const document = version.data?.document as PathwayDocument | undefined;
  return (
    <CaseContext value={{ view, document, open: setDialog }}>
      <Page
        title={view.participant.name}
        about={`${words(view.pathwayTitle)} · ${t('version', { version: view.version })}`}
        actions={<CaseMenu />}
      >
        <CaseHeader />
        <div className={classes.columns}>
          <div className={classes.main}>
            <Duplicates />
            <ToDo />
            <Where />
            <Trace />
          </div>
          <aside className={classes.side}>
            <OwnData />
            <Notes />
            <Facts />
          </aside>
        </div>
        {dialog && <CaseDialogs dialog={dialog} onClose={() => setDialog(undefined)} />}
        <Change />
      </Page>
    </CaseContext>
  );
}

/** The window that changes the way for this one case is open where the address says so. */
function Change() {
  const { isOpen, kind, close } = useChangeAddress();
  const may = useMayHere();
  if (!isOpen || !may('deviate')) return null;
  return <DeviationDialog key={kind} kind={kind} onClose={close} />;
}

/** What to do now: a late task of one's own first, else the pathway's actions. */
function ToDo() {
  const { view } = useCase();
  const { roles } = useSession().person;
  const sorted = sortPossibilities(view.possibilities, roles);
  return isTaskFirst(view.activities, sorted) ? (
    <>
      <Activities isFirst />
      <NextActions sorted={sorted} />
    </>
  ) : (
    <>
      <NextActions sorted={sorted} isFirst />
      <Activities />
    </>
  );
}
