/** The shipped pathways off their arrows: a youth can be helped anywhere, and always go on. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  available,
  type CaseState,
  type Circumstances,
  compile,
  type Deviation,
  deviate,
  type Entry,
  type Pathway,
  parseDocument,
  possibleDeviations,
  presentSteps,
  replay,
  start,
  undoLast,
} from '@percorso/engine';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../definitions/', import.meta.url));
const files = globSync('*/pathway.json', { cwd: root }).sort();
const circumstances: Circumstances = {
  now: '2026-01-12T09:00:00.000Z',
  timeZone: 'Europe/Rome',
  participant: { age: 19 },
};
const reason = 'why';

function pathwayIn(file: string): Pathway {
  const parsed = parseDocument(readFileSync(`${root}${file}`, 'utf8'));
  if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.problems)}`);
  return compile(parsed.document);
}

function begun(pathway: Pathway): { state: CaseState; entries: Entry[] } {
  const started = start(pathway, circumstances);
  if (!started.ok) throw new Error(started.refusal.reason.en);
  return { state: started.state, entries: [started.entry] };
}

/** Every move that may be offered, as the deviation that it would be. */
function movesFrom(pathway: Pathway, state: CaseState, entries: readonly Entry[]): Deviation[] {
  const { skip, goBack, goTo } = possibleDeviations(pathway, state, circumstances, entries);
  return [
    ...skip.flatMap(({ from, to }) => to.map((one) => ({ type: 'skip', from, to: one }) as const)),
    ...goBack.map((to) => ({ type: 'go-back', to }) as const),
    ...goTo.map((to) => ({ type: 'go-to', to }) as const),
  ].map((move) => ({ ...move, reason }));
}

describe.each(files)('in %s', (file) => {
  const pathway = pathwayIn(file);

  test('one can go to every step but the outcomes and what only remembers', () => {
    const { state } = begun(pathway);
    for (const to of Object.keys(pathway.steps)) {
      const tried = deviate(pathway, state, { type: 'go-to', to, reason }, circumstances);
      const code = tried.ok ? undefined : tried.refusal.code;
      const isOutcome = pathway.document.steps[to]!.outcome !== undefined;
      if (isOutcome) expect(code, to).toBe('would-end');
      else if (code !== undefined) expect([to, code]).toEqual(['resume-point', 'no-place-to-stay']);
    }
  });

  test('every move that is offered can be made, goes on from there, and can be undone', () => {
    const { state: first, entries } = begun(pathway);
    let state = first;
    for (let n = 0; n < 4; n++) {
      const moves = movesFrom(pathway, state, entries);
      expect(moves.length).toBeGreaterThan(0);
      for (const move of moves) {
        const moved = deviate(pathway, state, move, circumstances, { entries });
        if (!moved.ok) throw new Error(moved.refusal.reason.en);
        const waits = [moved.state.activities, moved.state.timers].flatMap(Object.keys);
        const open = available(pathway, moved.state, circumstances);
        expect(open.length + waits.length, presentSteps(pathway, moved.state).join()).not.toBe(0);
        const trace = [...entries, moved.entry];
        const undone = undoLast(pathway, trace, circumstances, { reason });
        expect(undone.ok && undone.state).toEqual(state);
      }
      // A stride that shares nothing with the number of steps comes by many of them.
      const chosen = moves[(n * 7 + 3) % moves.length]!;
      const moved = deviate(pathway, state, chosen, circumstances, { entries });
      if (!moved.ok) throw new Error(moved.refusal.reason.en);
      state = moved.state;
      entries.push(moved.entry);
    }
    expect(replay(pathway, entries)).toEqual({ ok: true, state });
  });
});
