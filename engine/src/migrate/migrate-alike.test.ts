import { expect, test } from 'vitest';
import { advance, start } from '../advance.ts';
import type { CaseState, Circumstances, Pathway } from '../case.ts';
import { drawn, task } from '../check/testing-pathway.ts';
import type { MachineNode } from '../document.ts';
import { compile } from '../pathway.ts';
import { mapSteps } from './map-steps.ts';
import { migrateAlike } from './migrate-alike.ts';
import { migrateCase } from './migrate-case.ts';

const end: MachineNode = { type: 'final' };
const onDone = { target: '#end' };
const go = { GO: { target: '#b' } };
const before = compile(
  drawn({ states: { a: { on: go, after: { P9D: onDone } }, b: { on: { END: onDone } }, end } }),
);
const after = compile(
  drawn({
    states: {
      a: { on: { GO: onDone }, after: { P4D: onDone }, invoke: { ...task('x'), onDone } },
      end,
    },
  }),
);
const mapping = mapSteps(before.document, after.document);
const versions = { from: 1, to: 2 };
const at = (day: number): Circumstances => ({
  now: `2026-01-1${day}T09:00:00.000Z`,
  timeZone: 'Europe/Rome',
  participant: {},
});

function begun(pathway: Pathway, day: number): CaseState {
  const started = start(pathway, at(day));
  if (!started.ok) throw new Error(started.refusal.reason.en);
  return started.state;
}

test('everybody goes as if alone, with dates of their own', () => {
  const migrate = migrateAlike(before, after, mapping, versions);
  for (const day of [1, 2, 3]) {
    const state = begun(before, day);
    const alone = migrateCase(before, after, state, at(4), mapping, versions);
    const { changes: _, ...likewise } = migrate(state, at(4)) as typeof alone & {
      changes: unknown;
    };
    expect(alone).toMatchObject(likewise);
    expect(Object.values(alone.ok ? alone.state.timers : {})).toEqual([
      `2026-01-1${day + 4}T09:00:00.000Z`,
    ]);
  }
});

test('whoever is asked about is refused alike', () => {
  const moved = advance(before, begun(before, 1), { type: 'action', action: 'GO' }, at(1));
  const migrate = migrateAlike(before, after, mapping, versions);
  for (let time = 0; time < 2; time += 1) {
    const refused = migrate(moved.ok ? moved.state : begun(before, 1), at(4));
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'migration-undecided' } });
  }
});
