import { type DeviationDraft, EMPTY_DRAFT } from './deviation-draft.ts';

/**
 * Keeps what was typed in this tab, apart for each person and case, until it is done: a session
 * that ends, or a page that is loaded again, loses no reason. Signing out empties it.
 */
export function draftStore(person: string, caseId: string, storage: () => Storage) {
  const key = `percorso.deviation.${person}.${caseId}`;
  return {
    read: (): DeviationDraft => {
      try {
        return draftFrom(storage().getItem(key));
      } catch {
        return EMPTY_DRAFT;
      }
    },
    write: (draft: DeviationDraft | undefined) => {
      try {
        if (draft) storage().setItem(key, JSON.stringify(draft));
        else storage().removeItem(key);
      } catch {
        // A browser that keeps nothing still lets one work.
      }
    },
  };
}

/** Of whatever is stored there, the texts that a draft has. */
function draftFrom(text: string | null): DeviationDraft {
  const value: unknown = text === null ? undefined : JSON.parse(text);
  if (typeof value !== 'object' || value === null) return EMPTY_DRAFT;
  const stored = Object.entries(value).filter(
    ([name, one]) => Object.hasOwn(EMPTY_DRAFT, name) && typeof one === 'string',
  );
  return { ...EMPTY_DRAFT, ...Object.fromEntries(stored) };
}
