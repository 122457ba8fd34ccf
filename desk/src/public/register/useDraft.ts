import { useState } from 'react';
import { type Draft, EMPTY_DRAFT } from './draft.ts';

const KEPT = 'percorso.registration';

interface Kept {
  readonly draft: Draft;
  /** The same for every attempt to send, so that a repeat is no second registration. */
  readonly key: string;
}

// randomUUID needs a secure context; a test installation on plain http has none.
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function read(): Kept {
  // The welcome page's link for educators.
  const helping = location.hash === '#helping';
  const fresh: Kept = { draft: { ...EMPTY_DRAFT, helping }, key: newKey() };
  try {
    const kept: Partial<Kept> = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}');
    if (typeof kept.key !== 'string') return fresh;
    const draft = { ...EMPTY_DRAFT, ...kept.draft };
    return { draft: helping ? { ...draft, helping } : draft, key: kept.key };
  } catch {
    return fresh;
  }
}

function write(kept: Kept | null): void {
  try {
    if (kept) sessionStorage.setItem(KEPT, JSON.stringify(kept));
    else sessionStorage.removeItem(KEPT);
  } catch {
    // Without storage only a reload loses what was typed.
  }
}

/** What has been typed, kept in this tab until it is sent. */
export function useDraft() {
  const [kept, keep] = useState(read);
  const put = (next: Kept) => {
    write(next);
    keep(next);
  };
  return {
    ...kept,
    change: (change: Partial<Draft>) => put({ ...kept, draft: { ...kept.draft, ...change } }),
    /** After the server's "no": what is sent next is another request. */
    renewKey: () => put({ ...kept, key: newKey() }),
    clear: () => {
      write(null);
      keep({ draft: EMPTY_DRAFT, key: newKey() });
    },
  };
}
