import { Alert, Button, Checkbox, Stack, Text, Textarea } from '@mantine/core';
import type { DraftView, Problem } from '@percorso/server/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useWords } from '../../language/words.ts';
import { useCommand, useRead } from '../api/queries.ts';
import { ProblemError } from '../api/request.ts';
import { useSession } from '../api/session.ts';
import { ImpactSummary } from '../redesign/ImpactSummary.tsx';
import { usePreview } from '../redesign/usePreview.ts';
import { announce } from '../shell/Announcements.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Window } from '../shell/Window.tsx';
import { WindowButtons } from '../shell/WindowButtons.tsx';

const NOTE_LENGTH_MIN = 3;
const NOTE_LENGTH_MAX = 2000;

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** Makes a draft the pathway's next version: with a note, and a colleague's yes where needed. */
export function PublishDialog({ id, onClose }: Props) {
  const { t } = useTranslation('drafts');
  const draft = useRead('readDraft', { params: { id } }, { staleTime: 0 });
  return (
    <Window title={t('publish.title')} onClose={onClose}>
      {draft.error && <ProblemNote error={draft.error} onRetry={() => void draft.refetch()} />}
      {draft.data && draft.isFetchedAfterMount ? (
        <Publishing draft={draft.data} onClose={onClose} />
      ) : (
        <PageSkeleton />
      )}
    </Window>
  );
}

interface PublishingProps {
  readonly draft: DraftView;
  readonly onClose: () => void;
}

function Publishing({ draft, onClose }: PublishingProps) {
  const { t } = useTranslation('drafts');
  const navigate = useNavigate();
  const publish = useCommand('publishVersion');
  const preview = usePreview(draft, draft.currentVersion !== null);
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  // What was seen of earlier answers, and whether what this one tells is seen, too.
  const [seen, setSeen] = useState<Seen>({});
  const [isSeen, setIsSeen] = useState(false);
  const [isSeenAsked, setSeenAsked] = useState(false);
  const { id, pathway, revision } = draft;
  const isShort = note.trim().length < NOTE_LENGTH_MIN;
  const faults = faultsOf(publish.error);
  const toSee = toSeeIn(publish.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    setSeenAsked(toSee !== undefined);
    if (isShort || (toSee && !isSeen)) return;
    const accepted = { ...seen, ...toSee };
    setSeen(accepted);
    setIsSeen(false);
    setSeenAsked(false);
    // By its promise: the published draft is closed, and this dialog gone, before it is told here.
    publish
      .mutateAsync({ params: { id }, revision, body: { note: note.trim(), ...accepted } })
      .then(({ version }) => {
        announce(t('publish.done', { version }));
        // What was answered in the preview is taken over by the plan that is made there.
        const answers = preview.data ? `&preview=${preview.data}` : '';
        return navigate(`/desk/pathways/${pathway}?version=${version}${answers}`);
      })
      .catch(() => {
        // `publish.error` says it.
      });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text>{t(draft.currentVersion === null ? 'publish.new-lead' : 'publish.lead')}</Text>
        {draft.currentVersion !== null && <ImpactSummary draft={draft} preview={preview} />}
        {draft.needsApproval && <Approval draft={draft} />}
        <Textarea
          label={t('publish.note')}
          description={t('publish.note-help')}
          value={note}
          maxLength={NOTE_LENGTH_MAX}
          autosize
          minRows={3}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={isAsked && isShort && t('publish.note-needed')}
          data-autofocus
        />
        {publish.error && <Refused error={publish.error} faults={faults} />}
        {toSee && (
          <Checkbox
            label={t(toSee.undecided ? 'publish.undecided-seen' : 'publish.astray-seen')}
            checked={isSeen}
            onChange={(event) => setIsSeen(event.currentTarget.checked)}
            error={isSeenAsked && !isSeen && t('publish.seen-needed')}
          />
        )}
        <WindowButtons
          confirm={t('publish.confirm')}
          isPending={publish.isPending}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}

/** Where two coordinators must agree: who has said yes to the draft as it is now. */
function Approval({ draft }: Pick<PublishingProps, 'draft'>) {
  const { t } = useTranslation('drafts');
  const { person } = useSession();
  const { approvals, changedBy } = draft;
  const names = approvals.map((one) => one.person.name).join(', ');
  const isMine = approvals.some((one) => one.person.id === person.id);
  return (
    <Alert color="blue">
      <Text>{t('publish.approval')}</Text>
      {names && <Text>{t('publish.approved-by', { names })}</Text>}
      {isMine && approvals.length === 1 && <Text>{t('publish.approved-by-you')}</Text>}
      {changedBy.id === person.id ? (
        !names && <Text mt="xs">{t('publish.approval-of-others')}</Text>
      ) : (
        <ApprovalButton draft={draft} isMine={isMine} />
      )}
    </Alert>
  );
}

/** Not for whoever saved last: their own drawing is not theirs to approve. */
function ApprovalButton({ draft, isMine }: Pick<PublishingProps, 'draft'> & { isMine: boolean }) {
  const { t } = useTranslation('drafts');
  const approve = useCommand('approveDraft');
  const withdraw = useCommand('withdrawApproval');
  const { id, revision } = draft;
  const error = approve.error ?? withdraw.error;
  return (
    <>
      <Button
        my="xs"
        size="sm"
        variant="default"
        loading={approve.isPending || withdraw.isPending}
        onClick={() =>
          isMine
            ? withdraw.mutate({ params: { id } })
            : approve.mutate({ params: { id }, revision })
        }
      >
        {t(isMine ? 'publish.withdraw-approval' : 'publish.approve')}
      </Button>
      {error && <ProblemNote error={error} />}
    </>
  );
}

interface RefusedProps {
  readonly error: Error;
  readonly faults: readonly Fault[];
}

/** The server's own words; where checks found errors, or personas stop on their way, each of them. */
function Refused({ error, faults }: RefusedProps) {
  const words = useWords();
  return (
    <div>
      <ProblemNote error={error} />
      {faults.length > 0 && (
        <ul>
          {faults.map(({ path, message }) => (
            <li key={`${path} ${message.it}`}>{words(message)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

type Fault = NonNullable<Problem['faults']>[number];

/** What whoever publishes says to have seen. */
interface Seen {
  readonly astray?: string[];
  readonly undecided?: true;
}

/** What must be seen before it can be published all the same. */
function toSeeIn(error: Error | null): Seen | undefined {
  const code = error instanceof ProblemError ? error.problem.code : undefined;
  if (code === 'check-undecided') return { undecided: true };
  if (code === 'personas-astray') return { astray: faultsOf(error).map(({ path }) => path) };
  return undefined;
}

const faultsOf = (error: Error | null): readonly Fault[] =>
  error instanceof ProblemError ? (error.problem.faults ?? []) : [];
