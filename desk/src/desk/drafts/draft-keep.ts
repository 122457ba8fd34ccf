/** What is not saved yet, kept on this device: a closed tab or a dead battery loses nothing. */
export interface KeptDraft {
  /** The document as it was last read from the server, and as it was drawn since. JSON text. */
  readonly base: string;
  readonly mine: string;
}

export interface DraftKeep {
  readonly read: () => KeptDraft | undefined;
  /** Nothing to keep: what is kept is forgotten. */
  readonly write: (kept: KeptDraft | undefined) => void;
}

/** In the browser's storage, apart for each person: others may use the same device. */
export function draftKeep(person: string, draft: string, storage: Storage): DraftKeep {
  const key = `percorso.draft.${person}.${draft}`;
  return {
    read: () => {
      try {
        return keptFrom(storage.getItem(key));
      } catch {
        return undefined;
      }
    },
    write: (kept) => {
      try {
        if (kept) storage.setItem(key, JSON.stringify(kept));
        else storage.removeItem(key);
      } catch {
        // A browser that keeps nothing, or is full: saving to the server goes on as ever.
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
