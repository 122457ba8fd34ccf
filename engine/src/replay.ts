import { advanceAgain, start } from './advance.ts';
import type { CaseState, Entry, Pathway, Refusal } from './case.ts';

/** The state that a trace leads to, or the index of the first entry that does not follow. */
export type Replayed =
  | { readonly ok: true; readonly state: CaseState }
  | { readonly ok: false; readonly at: number; readonly refusal?: Refusal };

/**
 * Walks a trace again from its start: the proof that the stored state is what the entries say.
 * Answers were checked when they were given; the entries no longer hold the private ones.
 */
export function replay(pathway: Pathway, entries: readonly Entry[]): Replayed {
  let state: CaseState | undefined;
  for (const [at, { event, circumstances }] of entries.entries()) {
    // Exactly the first entry is a start.
    if ((event.type === 'start') !== (state === undefined)) return { ok: false, at };
    const next =
      event.type === 'start'
        ? start(pathway, circumstances, event.data)
        : advanceAgain(pathway, state!, event, circumstances);
    if (!next.ok) return { ok: false, at, refusal: next.refusal };
    state = next.state;
  }
  return state ? { ok: true, state } : { ok: false, at: 0 };
}
