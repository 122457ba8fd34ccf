/** What is not saved yet, kept on this device: a closed tab or a dead battery loses nothing. */
export interface KeptDraft {
  /** The document as it was last read from the server, and as it was drawn since. JSON text. */
  readonly base: string;
  readonly mine: string;
}

export interface DraftKeep {
  readonly read: () => KeptDraft | undefined;
  /** Nothing to keep: what is kept is forgotten. Answers whether it is as asked. */
  readonly write: (kept: KeptDraft | undefined) => boolean;
}

/**
 * In the browser's storage, apart for each person: others may use the same device. A browser that
 * forbids it throws at the mere asking for its storage, so it is asked for each time.
 */
export function draftKeep(person: string, draft: string, storage: () => Storage): DraftKeep {
  const key = `percorso.draft.${person}.${draft}`;
  let latest: string | null = null;
  return {
    read: () => {
      try {
        latest = storage().getItem(key);
        return keptFrom(latest);
      } catch {
        return undefined;
      }
    },
    write: (kept) => {
      try {
        if (kept) {
          latest = JSON.stringify(kept);
          storage().setItem(key, latest);
        } else if (storage().getItem(key) === latest) {
          // What another tab has kept there since is that tab's, and not saved by this one.
          storage().removeItem(key);
        }
        return true;
      } catch {
        return false;
      }
    },
  };
}

function keptFrom(text: string | null): KeptDraft | undefined {
  const value: unknown = text === null ? undefined : JSON.parse(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const { base, mine } = value as Record<string, unknown>;
  return typeof base === 'string' && typeof mine === 'string' ? { base, mine } : undefined;
}
