import type { PathwayDocument } from '@percorso/engine';
import type { DraftView } from '@percorso/server/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { keyOf } from '../api/queries.ts';
import { ProblemError, request } from '../api/request.ts';
import { draftKeep } from './draft-keep.ts';
import { DraftSaver, type DraftServer, type StoredDraft } from './draft-saver.ts';

/** Too slow, too early, too often: later it may be taken. */
const BUSY: ReadonlySet<number> = new Set([408, 425, 429]);
const PAUSE_MS = { typing: 1_200, offline: 5_000 } as const;

/** The draft as it was read, and everything since: saved, merged, kept on this device. */
export function useDraftSaver(draft: DraftView, person: string) {
  const { id } = draft;
  // Once for each draft: afterwards the saver knows better than what was read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a later reading is the saver's own
  const saver = useMemo(() => {
    const keep = draftKeep(person, id, () => localStorage);
    return new DraftSaver(storedDraft(draft), serverOf(id), keep, (work, reason) =>
      setTimeout(work, PAUSE_MS[reason]),
    );
  }, [id, person]);
  const state = useSyncExternalStore(
    (listener) => saver.subscribe(listener),
    () => saver.state,
  );
  useEffect(() => {
    const flush = () => void saver.flush();
    const onLeave = (event: BeforeUnloadEvent) => {
      flush();
      if (saver.state.save !== 'saved') event.preventDefault();
    };
    window.addEventListener('online', flush);
    window.addEventListener('pagehide', flush);
    window.addEventListener('beforeunload', onLeave);
    return () => {
      flush();
      window.removeEventListener('online', flush);
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('beforeunload', onLeave);
    };
  }, [saver]);
  useEndedSession(state.refusal, saver);
  return { saver, state };
}

/** Whose session has ended signs in again; what was drawn is kept on this device until then. */
function useEndedSession(refusal: Error | undefined, saver: DraftSaver) {
  const client = useQueryClient();
  const isEnded = refusal instanceof ProblemError && refusal.problem.status === 401;
  useEffect(() => {
    if (isEnded && saver.isKept) void client.resetQueries({ queryKey: keyOf('whoAmI') });
  }, [client, isEnded, saver]);
}

function storedDraft({ revision, document, changedBy }: DraftView): StoredDraft {
  // The server serves only documents that its engine has parsed.
  return { revision, document: document as PathwayDocument, by: changedBy.name };
}

function serverOf(id: string): DraftServer {
  const params = { id };
  return {
    save: async (revision, document, edits) => {
      const body = { document: JSON.stringify(document), edits: [...edits] };
      try {
        // A new key each time: what is stored already is no conflict, whoever stored it.
        const idempotencyKey = crypto.randomUUID();
        const saved = await request('saveDraft', { params, revision, body }, { idempotencyKey });
        return { is: 'saved', revision: saved.revision };
      } catch (error) {
        const failure = failureOf(error);
        const isStale = failure.is === 'refused' && failure.error.problem.code === 'revision-stale';
        return isStale ? { is: 'stale' } : failure;
      }
    },
    read: async () => {
      try {
        return { is: 'read', draft: storedDraft(await request('readDraft', { params })) };
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}

/** What can be tried again by itself, and what can't. */
function failureOf(
  error: unknown,
): { is: 'offline' | 'busy' } | { is: 'refused'; error: ProblemError } {
  // Whoever else answers for the server, such as a café's sign-in page, is no better than nobody.
  if (!(error instanceof ProblemError)) return { is: 'offline' };
  const { status } = error.problem;
  return status >= 500 || BUSY.has(status) ? { is: 'busy' } : { is: 'refused', error };
}
