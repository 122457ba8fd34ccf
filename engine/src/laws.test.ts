import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActor, SimulatedClock } from 'xstate';
import { advance, start } from './advance.ts';
import { available } from './available.ts';
import type {
  Answer,
  CaseEvent,
  CaseState,
  Circumstances,
  Effect,
  Entry,
  Pathway,
} from './case.ts';
import { parseDocument } from './parse/parse-document.ts';
import { compile, presentSteps, xstateMachine } from './pathway.ts';
import { replay } from './replay.ts';
import { ACTIONS, arbitraryDocument, Choices } from './testing/arbitrary-document.ts';

const START = Date.parse('2026-01-12T09:00:00.000Z');

/** A random walk: a document, an age and decisions about what happens. */
const arbitraryWalk = fc.record({
  document: arbitraryDocument,
  age: fc.option(fc.integer({ min: 16, max: 20 }), { nil: undefined }),
  choices: fc.array(fc.nat(9999), { minLength: 30, maxLength: 60 }),
});

function circumstancesAt(now: number, age: number | undefined): Circumstances {
  const participant = age === undefined ? {} : { age };
  return deepFrozen({ now: new Date(now).toISOString(), timeZone: 'UTC', participant });
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFrozen(inner);
  }
  return value;
}

/** What might happen next, with the time at which it does. */
function happening(choices: Choices, state: CaseState, now: number): [CaseEvent, number] {
  const answers: (Answer | undefined)[] = [{ choice: 'left' }, { choice: 'right' }, {}, undefined];
  const chosen = choices.of(answers);
  const answer = chosen && { answer: chosen };
  const activities = Object.keys(state.activities);
  const timers = Object.entries(state.timers).sort(([, a], [, b]) => (a < b ? -1 : 1));
  const kind = choices.below(10);
  if (kind < 2 && activities.length > 0) {
    return [{ type: 'done', activity: choices.of(activities), ...answer }, now];
  }
  if (kind === 2 && activities.length > 0) {
    return [{ type: 'failed', activity: choices.of(activities), reason: 'declined' }, now];
  }
  if (kind < 5 && timers.length > 0) {
    const [timer, dueAt] = timers[0]!;
    return [{ type: 'timer', timer }, Date.parse(dueAt)];
  }
  return [{ type: 'action', action: choices.of(ACTIONS), ...answer }, now];
}

/** XState's name for what happened. */
function asXState(event: CaseEvent): { type: string } {
  switch (event.type) {
    case 'action':
      return { type: event.action, answer: event.answer } as { type: string };
    case 'done':
      return { type: `xstate.done.actor.${event.activity}`, output: event.answer } as never;
    case 'failed':
      return { type: `xstate.error.actor.${event.activity}`, error: event.reason } as never;
    default:
      throw new Error('The clock fires timers, and XState knows no corrections.');
  }
}

interface Stride {
  readonly before: CaseState;
  readonly event: CaseEvent;
  readonly circumstances: Circumstances;
  readonly advanced: ReturnType<typeof advance>;
}

/** Walks at random and shows every stride. */
function walk(
  {
    document,
    age,
    choices: numbers,
  }: typeof arbitraryWalk extends fc.Arbitrary<infer T> ? T : never,
  show: (stride: Stride, pathway: Pathway) => void,
): { pathway: Pathway; state: CaseState; entries: Entry[] } {
  const pathway = compile(deepFrozen(document));
  const choices = new Choices(numbers);
  const started = start(pathway, circumstancesAt(START, age));
  if (!started.ok) throw new Error(started.refusal.reason.en);
  let state = deepFrozen(started.state);
  const entries = [started.entry];
  let now = START;
  for (const _ of numbers) {
    const [event, at] = happening(choices, state, now);
    now = at;
    const circumstances = circumstancesAt(now, age);
    const advanced = advance(pathway, state, deepFrozen(event), circumstances);
    show({ before: state, event, circumstances, advanced }, pathway);
    if (!advanced.ok) continue;
    state = deepFrozen(advanced.state);
    entries.push(advanced.entry);
  }
  return { pathway, state, entries };
}

describe('the engine and XState itself', () => {
  test('are in the same state after every event', () => {
    let compared = 0;
    fc.assert(
      fc.property(arbitraryWalk, (drawn) => {
        const clock = new SimulatedClock();
        const machine = xstateMachine(compile(drawn.document));
        const input = { participant: circumstancesAt(START, drawn.age).participant };
        const actor = createActor(machine, { clock, input }).start();
        walk(drawn, ({ event, circumstances, advanced }) => {
          if (!advanced.ok) {
            const isSilent = event.type !== 'action' || !actor.getSnapshot().can(asXState(event));
            expect(isSilent).toBe(true);
            return;
          }
          clock.set(Date.parse(circumstances.now) - START);
          if (event.type !== 'timer') actor.send(asXState(event));
          const { value, context, status } = actor.getSnapshot();
          expect(advanced.state.value).toEqual(value);
          expect(advanced.state.data).toEqual(context.case);
          expect(advanced.state.status).toBe(status);
          compared += 1;
        });
        actor.stop();
      }),
      { numRuns: 200 },
    );
    // Some 2,500; few walks are long.
    expect(compared).toBeGreaterThan(500);
  });
});

test('every document drawn at random is a valid one', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const parsed = parseDocument(JSON.stringify(document));
      expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    }),
  );
});

describe('whatever happens', () => {
  const whatever = (law: (drawn: Parameters<typeof walk>[0]) => void) =>
    fc.assert(fc.property(arbitraryWalk, law), { numRuns: 100 });

  test('the trace replays to the state', () => {
    whatever((drawn) => {
      const { pathway, state, entries } = walk(drawn, () => {});
      const stored = JSON.parse(JSON.stringify(entries));
      const replayed = replay(pathway, stored);
      expect(replayed).toEqual({ ok: true, state });
      expect(JSON.stringify(replayed.ok && replayed.state)).toBe(JSON.stringify(state));
    });
  });

  test('state, effects and entry survive JSON', () => {
    whatever((drawn) => {
      walk(drawn, ({ advanced }) => {
        expect(JSON.parse(JSON.stringify(advanced))).toEqual(advanced);
      });
    });
  });

  test('open activities and running timers belong to present steps', () => {
    whatever((drawn) => {
      const opened = new Map<string, string>();
      walk(drawn, ({ advanced }, pathway) => {
        if (!advanced.ok) return;
        for (const effect of advanced.effects) {
          if (effect.type === 'open-activity') opened.set(effect.activity, effect.step);
          if (effect.type === 'set-timer') opened.set(effect.timer, effect.step);
        }
        const present = presentSteps(pathway, advanced.state);
        const { activities, timers } = advanced.state;
        for (const id of [...Object.keys(activities), ...Object.keys(timers)]) {
          if (opened.has(id)) expect(present).toContain(opened.get(id));
        }
      });
    });
  });

  test('the effects say what changed in the open activities and timers', () => {
    whatever((drawn) => {
      walk(drawn, ({ before, event, advanced }) => {
        if (!advanced.ok) return;
        const open = new Set([...Object.keys(before.activities), ...Object.keys(before.timers)]);
        if (event.type === 'done' || event.type === 'failed') open.delete(event.activity);
        if (event.type === 'timer') open.delete(event.timer);
        for (const effect of advanced.effects) apply(effect, open);
        const { activities, timers } = advanced.state;
        const expected = [...Object.keys(activities), ...Object.keys(timers)];
        expect([...open].sort()).toEqual(expected.sort());
      });
    });
  });

  test('the steps left and entered lead from the present steps to the next', () => {
    whatever((drawn) => {
      walk(drawn, ({ before, advanced }, pathway) => {
        if (!advanced.ok) return;
        const counts = new Map<string, number>();
        const count = (steps: readonly string[], by: number) => {
          for (const step of steps) counts.set(step, (counts.get(step) ?? 0) + by);
        };
        count(presentSteps(pathway, before), 1);
        count(advanced.entry.left, -1);
        count(advanced.entry.entered, 1);
        const present = [...counts].filter(([, n]) => n !== 0);
        expect(present.map(([step]) => step).sort()).toEqual(
          presentSteps(pathway, advanced.state).sort(),
        );
        expect(present.every(([, n]) => n === 1)).toBe(true);
      });
    });
  });

  test('what is said to be possible is, and what is refused is refused', () => {
    whatever((drawn) => {
      walk(drawn, ({ before, event, circumstances, advanced }, pathway) => {
        if (event.type !== 'action') return;
        const possibility = available(pathway, before, circumstances).find(
          ({ action }) => action === event.action,
        );
        if (!advanced.ok && advanced.refusal.code === 'case-ended') return;
        if (possibility === undefined) {
          expect(!advanced.ok && advanced.refusal.code).toBe('action-not-open-here');
        } else if (possibility.verdict === 'yes') {
          expect(advanced.ok).toBe(true);
        } else if (possibility.verdict === 'no') {
          expect(!advanced.ok && advanced.refusal.code).toBe('rule-says-no');
        }
      });
    });
  });
});

function apply(effect: Effect, open: Set<string>): void {
  if (effect.type === 'open-activity') open.add(effect.activity);
  if (effect.type === 'withdraw-activity') expect(open.delete(effect.activity)).toBe(true);
  if (effect.type === 'set-timer') open.add(effect.timer);
  if (effect.type === 'clear-timer') expect(open.delete(effect.timer)).toBe(true);
}
