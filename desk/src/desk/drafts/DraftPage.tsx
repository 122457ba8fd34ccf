import { Alert, Anchor, Button, Title } from '@mantine/core';
import { MergeDialog, PathwayEditor } from '@percorso/designer/editor';
import type { PathwayDocument } from '@percorso/engine';
import type { DraftView } from '@percorso/server/contract';
import { IconArrowLeft } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useLanguage, useWords } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { useSession } from '../api/session.ts';
import { announce } from '../shell/Announcements.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import classes from './drafts.module.css';
import { PublishDialog } from './PublishDialog.tsx';
import { useCollaboration } from './useCollaboration.ts';
import { useDeviations } from './useDeviations.ts';
import { useDraftSaver } from './useDraftSaver.ts';
import { useDraftStream } from './useDraftStream.ts';
import { useInstallation } from './useInstallation.ts';
import { usePathwayLibrary } from './usePathwayLibrary.ts';
import { usePersonaKeeping } from './usePersonaKeeping.ts';

/** A draft of a pathway in the designer. */
export function DraftPage() {
  const { id = '' } = useParams();
  const draft = useRead('readDraft', { params: { id } }, { staleTime: 0 });
  const installation = useInstallation(draft.data?.pathway);
  const failed = draft.error ?? installation.error;
  // What was read on an earlier visit lacks what was drawn since.
  if (draft.data && draft.isFetchedAfterMount && installation.data) {
    // A later reading may fail: the drawing, and all that can be undone in it, stays.
    return <Drawing key={id} draft={draft.data} installation={installation.data} />;
  }
  if (failed) return <ProblemNote error={failed} onRetry={() => void draft.refetch()} />;
  return <PageSkeleton />;
}

interface DrawingProps {
  readonly draft: DraftView;
  readonly installation: NonNullable<ReturnType<typeof useInstallation>['data']>;
}

function Drawing({ draft, installation }: DrawingProps) {
  const language = useLanguage();
  const { person } = useSession();
  const { saver, state } = useDraftSaver(draft, person.id);
  const onSaved = useCallback((revision: number) => void saver.colleagueSaved(revision), [saver]);
  const people = useDraftStream({ id: draft.id, pathway: draft.pathway, onSaved });
  const collaboration = useCollaboration(draft.id, people);
  const keeping = usePersonaKeeping(draft.pathway);
  const library = usePathwayLibrary();
  const published = usePublished(draft);
  const population = useRead('readPopulation', { params: { id: draft.pathway } });
  const deviations = useDeviations(draft);
  const isClosed = draft.discardedAt !== null || draft.publishedVersion !== null;
  return (
    <div className={classes.page} data-wide-page>
      <Head draft={draft} />
      {isClosed && <Closed draft={draft} />}
      {state.refusal && <Unsaved refusal={state.refusal} />}
      <div className={classes.editor}>
        <PathwayEditor
          document={saver.document}
          published={published}
          language={language}
          installation={installation}
          onChange={(document, edit) => saver.changed(document, edit)}
          arrival={state.arrival}
          collaboration={collaboration}
          keeping={keeping}
          library={library}
          saveState={isClosed ? undefined : state.save}
          counts={population.data?.steps}
          deviations={deviations}
          isReadOnly={isClosed}
          actions={
            !isClosed && (
              <>
                {draft.currentVersion !== null && (
                  <Impact id={draft.id} onOpen={() => saver.flush()} />
                )}
                <Publish id={draft.id} onOpen={() => saver.flush()} />
              </>
            )
          }
        />
      </div>
      {state.conflicts && (
        <MergeDialog
          key={state.conflicts.map(({ id }) => id).join()}
          conflicts={state.conflicts}
          colleague={state.colleague ?? ''}
          language={language}
          onSettle={(choices) => void saver.settle(choices)}
        />
      )}
    </div>
  );
}

interface PublishProps {
  readonly id: string;
  /** What was drawn last is saved before it is looked at or published. */
  readonly onOpen: () => Promise<boolean>;
}

/** Without what could not be saved nothing is looked at, nor published: that is said instead. */
function useSavedFirst(onOpen: PublishProps['onOpen'], work: () => unknown) {
  const { t } = useTranslation('drafts');
  return async () => {
    if (await onOpen()) work();
    else announce(t('publish.unsaved'), 'note');
  };
}

function Publish({ id, onOpen }: PublishProps) {
  const { t } = useTranslation('drafts');
  const [isOpen, setOpen] = useState(false);
  const open = useSavedFirst(onOpen, () => setOpen(true));
  return (
    <>
      <Button size="sm" onClick={() => void open()}>
        {t('publish.open')}
      </Button>
      {isOpen && <PublishDialog id={id} onClose={() => setOpen(false)} />}
    </>
  );
}

function Impact({ id, onOpen }: PublishProps) {
  const { t } = useTranslation('redesign');
  const navigate = useNavigate();
  const open = useSavedFirst(onOpen, () => navigate(`/desk/drafts/${id}/impact`));
  return (
    <Button size="sm" variant="default" onClick={() => void open()}>
      {t('impact.open')}
    </Button>
  );
}

/** The version that runs now; a new pathway has none yet. */
function usePublished({ pathway, currentVersion }: DraftView): PathwayDocument | undefined {
  const params = { id: pathway, version: currentVersion ?? 0 };
  const read = useRead('readPathwayVersion', { params }, { enabled: currentVersion !== null });
  // The server serves only documents that its engine has parsed.
  return read.data?.document as PathwayDocument | undefined;
}

function Head({ draft }: { readonly draft: DraftView }) {
  const { t } = useTranslation('drafts');
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // As on every page; whoever has put the focus somewhere meanwhile keeps it.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  const isNew = draft.currentVersion === null;
  const title = words(draft.title);
  return (
    <header className={classes.head}>
      <title>{`${title} · ${t('draft')} · Percorso`}</title>
      <Anchor
        component={Link}
        to={isNew ? '/desk/pathways' : `/desk/pathways/${draft.pathway}`}
        className={classes.back}
        aria-label={t('back')}
      >
        <IconArrowLeft size={22} aria-hidden />
      </Anchor>
      <Title order={1} size="h3" ref={heading} tabIndex={-1} data-page-heading>
        {title}
      </Title>
      <span className={classes.name}>
        {draft.name === title ? t('draft') : t('named', { name: draft.name })}
      </span>
    </header>
  );
}

/** Why it is saved no more; where what was drawn is, and how to take it along. */
function Unsaved({ refusal }: { readonly refusal: Error }) {
  const { t } = useTranslation('drafts');
  return (
    <div>
      <ProblemNote error={refusal} />
      <Alert color="orange">{t('kept-here')}</Alert>
    </div>
  );
}

function Closed({ draft }: { readonly draft: DraftView }) {
  const { t } = useTranslation('drafts');
  const version = draft.publishedVersion;
  if (version === null) return <Alert color="orange">{t('discarded')}</Alert>;
  return (
    <Alert color="green">
      {t('published', { version })}{' '}
      <Button
        component={Link}
        to={`/desk/pathways/${draft.pathway}?version=${version}`}
        size="compact-sm"
        variant="light"
      >
        {t('see-version')}
      </Button>
    </Alert>
  );
}
