import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, start } from '../advance.ts';
import type { CaseEvent, CaseState, Circumstances, Pathway } from '../case.ts';
import { compile, compiled, presentSteps, xstateMachine } from '../pathway.ts';
import { ACTIONS, Choices } from '../testing/arbitrary-document.ts';
import { arbitraryWithExit } from '../testing/with-exit.ts';
import { mapSteps } from './map-steps.ts';
import { migrateState } from './migrate-state.ts';
import type { Migration } from './migration.ts';
import { planMigration } from './plan-migration.ts';
import { decided } from './questions.ts';

const RUN_COUNT = 60;
const ROUND_COUNT_MAX = 12;
/** Of the proof. */
const BOUND = 80;
const bounded = { configurationsMax: BOUND };
const NOW = '2026-01-12T09:00:00.000Z';
const circumstances: Circumstances = { now: NOW, timeZone: 'UTC', participant: { age: 18 } };

const arbitraryCrossing = fc.record({
  before: arbitraryWithExit,
  after: arbitraryWithExit,
  choices: fc.array(fc.nat(9999), { minLength: 6, maxLength: 40 }),
});
type Drawn = typeof arbitraryCrossing extends fc.Arbitrary<infer T> ? T : never;

/** The states of one random walk. */
function walked(pathway: Pathway, numbers: readonly number[]): CaseState[] {
  const started = start(pathway, circumstances);
  if (!started.ok) throw new Error(started.refusal.reason.en);
  const choices = new Choices(numbers);
  const states = [started.state];
  for (const _ of numbers) {
    const state = states.at(-1)!;
    const advanced = advance(pathway, state, happening(choices, state), circumstances);
    if (advanced.ok) states.push(advanced.state);
  }
  return states;
}

function happening(choices: Choices, { activities, timers }: CaseState): CaseEvent {
  const open = Object.keys(activities);
  const kind = choices.below(4);
  if (kind === 0 && open.length > 0) {
    return { type: 'done', activity: choices.of(open), answer: { choice: 'left' } };
  }
  if (kind === 1 && Object.keys(timers).length > 0) {
    return { type: 'timer', timer: choices.of(Object.keys(timers)) };
  }
  return { type: 'action', action: choices.of(ACTIONS), answer: { choice: 'right' } };
}

function everyMigration(
  { before, after, choices }: Drawn,
  law: (one: Migration, state: CaseState, after: Pathway) => void,
): void {
  const [from, to] = [compile(before), compile(after)];
  const mapping = mapSteps(before, after);
  for (const state of walked(from, choices)) {
    law(migrateState(from, to, state, circumstances, mapping, BOUND), state, to);
  }
}

/** Answers the first question so, and whatever else is asked, then and later, by its first choice. */
function answeredThrough(
  { before, after }: Drawn,
  state: CaseState,
  asked: Migration,
  first: readonly string[],
): Migration {
  const [from, to] = [compile(before), compile(after)];
  let mapping = mapSteps(before, after);
  let found = asked;
  for (let round = 0; found.kind === 'needs-decision'; round += 1) {
    expect(round, 'rounds of questions').toBeLessThan(ROUND_COUNT_MAX);
    for (const [index, { steps, choices }] of found.questions.entries()) {
      const isFirst = round === 0 && index === 0;
      mapping = decided(mapping, steps, isFirst ? first : choices[0]!.at);
    }
    found = migrateState(from, to, state, circumstances, mapping, BOUND);
  }
  return found;
}

function expectAtHome(pathway: Pathway, state: CaseState): void {
  const machine = xstateMachine(pathway);
  const context = { case: state.data, participant: circumstances.participant };
  const resolved = machine.resolveState({ value: state.value, context });
  expect(resolved.value).toEqual(state.value);
  expect(state.status).toBe('active');
  expect(resolved.status).toBe('active');
  const present = presentSteps(pathway, state);
  const { tree } = compiled(pathway);
  for (const [id, kind] of Object.entries(state.activities)) {
    expect(present).toContain(tree.activities.get(id)?.step);
    expect(tree.activities.get(id)?.kind).toBe(kind);
  }
  for (const id of Object.keys(state.timers)) expect(present).toContain(tree.timers.get(id)?.step);
  for (const action of ACTIONS) {
    const event: CaseEvent = { type: 'action', action, answer: { choice: 'left' } };
    const advanced = advance(pathway, state, event, circumstances);
    if (!advanced.ok) expect(advanced.refusal.code).not.toBe('action-unknown');
  }
}

describe('whatever the two versions are', () => {
  test('a version that is the same affects nobody', () => {
    fc.assert(
      fc.property(arbitraryCrossing, (drawn) => {
        everyMigration({ ...drawn, after: drawn.before }, (one) => {
          expect(one.kind).toBe('unaffected');
        });
      }),
      { numRuns: RUN_COUNT },
    );
  });

  test('a case that is moved is at home in the new version', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(arbitraryCrossing, (drawn) => {
        everyMigration(drawn, (one, _, after) => {
          seen.set(one.kind, (seen.get(one.kind) ?? 0) + 1);
          if (one.kind === 'moved') expectAtHome(after, one.state);
        });
      }),
      { numRuns: RUN_COUNT },
    );
    // Two in five redesigns have a question, two in three move somebody.
    expect(seen.get('moved')).toBeGreaterThan(0);
    expect(seen.get('needs-decision')).toBeGreaterThan(0);
  });

  test('the effects lead from the old books to the new ones', () => {
    fc.assert(
      fc.property(arbitraryCrossing, (drawn) => {
        everyMigration(drawn, (one, state) => {
          if (one.kind !== 'moved') return;
          const books = new Set([...Object.keys(state.activities), ...Object.keys(state.timers)]);
          for (const effect of one.effects) {
            if (effect.type === 'open-activity') books.add(effect.activity);
            if (effect.type === 'set-timer') books.add(effect.timer);
            if (effect.type === 'withdraw-activity')
              expect(books.delete(effect.activity)).toBe(true);
            if (effect.type === 'clear-timer') expect(books.delete(effect.timer)).toBe(true);
          }
          const { activities, timers } = one.state;
          const expected = [...Object.keys(activities), ...Object.keys(timers)];
          expect([...books].sort()).toEqual(expected.sort());
        });
      }),
      { numRuns: RUN_COUNT },
    );
  });

  test('every answer that is offered leads on', () => {
    fc.assert(
      fc.property(arbitraryCrossing, (drawn) => {
        everyMigration(drawn, (one, state, after) => {
          if (one.kind !== 'needs-decision') return;
          const [question] = one.questions;
          for (const { at } of question!.choices.slice(0, 3)) {
            const next = answeredThrough(drawn, state, one, at);
            // The answer may be to stay: what begins anew may begin just where the case is.
            expect(['moved', 'unaffected']).toContain(next.kind);
            if (next.kind === 'moved') expectAtHome(after, next.state);
          }
        });
      }),
      { numRuns: RUN_COUNT },
    );
  });

  test('a plan says of every case what is found for it alone', () => {
    fc.assert(
      fc.property(arbitraryCrossing, ({ before, after, choices }) => {
        const [from, to] = [compile(before), compile(after)];
        const mapping = mapSteps(before, after);
        const states = walked(from, choices);
        const population = states.map((state) => ({ state, count: 1 }));
        const { groups } = planMigration(from, to, population, circumstances, bounded);
        for (const { members, kind } of groups) {
          for (const at of members) {
            const alone = migrateState(from, to, states[at]!, circumstances, mapping, BOUND);
            expect(alone.kind).toBe(kind);
          }
        }
      }),
      { numRuns: RUN_COUNT },
    );
  });
});
