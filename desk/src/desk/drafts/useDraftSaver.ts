import type { PathwayDocument } from '@percorso/engine';
import type { DraftView } from '@percorso/server/contract';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { ProblemError, request, UnreachableError } from '../api/request.ts';
import { draftKeep } from './draft-keep.ts';
import { DraftSaver, type DraftServer, type StoredDraft } from './draft-saver.ts';

const PAUSE_MS = { typing: 1_200, offline: 5_000 } as const;

/** The draft as it was read, and everything since: saved, merged, kept on this device. */
export function useDraftSaver(draft: DraftView, person: string) {
  const { id } = draft;
  // Once for each draft: afterwards the saver knows better than what was read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a later reading is the saver's own
  const saver = useMemo(() => {
    const keep = draftKeep(person, id, localStorage);
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
  return { saver, state };
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
        if (error instanceof UnreachableError) return { is: 'offline' };
        if (!(error instanceof ProblemError)) throw error;
        const { code, status } = error.problem;
        if (code === 'revision-stale') return { is: 'stale' };
        return status >= 500 ? { is: 'offline' } : { is: 'refused', error };
      }
    },
    read: async () => {
      try {
        return storedDraft(await request('readDraft', { params }));
      } catch (error) {
        if (error instanceof UnreachableError || error instanceof ProblemError) return undefined;
        throw error;
      }
    },
  };
}
