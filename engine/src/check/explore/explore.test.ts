import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, start } from '../../advance.ts';
import type { Answer, CaseEvent, CaseState, Circumstances } from '../../case.ts';
import type { PathwayDocument } from '../../document.ts';
import { sampleDocument } from '../../parse/sample.fixture.ts';
import { compile } from '../../pathway.ts';
import { ACTIONS, arbitraryDocument, Choices } from '../../testing/arbitrary-document.ts';
import { configurationOf, nameOf } from '../chart/configuration.ts';
import { drawn } from '../testing-pathway.ts';
import { explore } from './explore.ts';
import { Model } from './model.ts';

const START = Date.parse('2026-01-12T09:00:00.000Z');

function circumstancesAt(now: number, age: number | undefined): Circumstances {
  const participant = age === undefined ? {} : { age };
  return { now: new Date(now).toISOString(), timeZone: 'UTC', participant };
}

/** What might happen next, with the time at which it does. */
function happening(choices: Choices, state: CaseState, now: number): [CaseEvent, number] {
  const answers: (Answer | undefined)[] = [{ choice: 'left' }, { choice: 'right' }, {}, undefined];
  const chosen = choices.of(answers);
  const answer = chosen && { answer: chosen };
  const activities = Object.keys(state.activities);
  const timers = Object.entries(state.timers);
  const kind = choices.below(10);
  if (kind < 2 && activities.length > 0) {
    return [{ type: 'done', activity: choices.of(activities), ...answer }, now];
  }
  if (kind === 2 && activities.length > 0) {
    return [{ type: 'failed', activity: choices.of(activities), reason: 'declined' }, now];
  }
  if (kind < 5 && timers.length > 0) {
    const [timer, dueAt] = choices.of(timers);
    return [{ type: 'timer', timer }, Math.max(now, Date.parse(dueAt))];
  }
  return [{ type: 'action', action: choices.of(ACTIONS), ...answer }, now];
}

function wayOf(event: CaseEvent): string {
  if (event.type === 'action') return `action ${event.action}`;
  if (event.type === 'timer') return `timer ${event.timer}`;
  return event.type === 'correct' ? '' : `${event.type} ${event.activity}`;
}

const arbitraryWalk = fc.record({
  document: arbitraryDocument,
  age: fc.option(fc.integer({ min: 16, max: 20 }), { nil: undefined }),
  choices: fc.array(fc.nat(9999), { minLength: 30, maxLength: 60 }),
});

describe('the exploration', () => {
  test('has found every configuration, and every way, that the engine takes', () => {
    let strideCount = 0;
    fc.assert(
      fc.property(arbitraryWalk, ({ document, age, choices: numbers }) => {
        const model = new Model(document);
        const explored = explore(model, { configurationsMax: 3000 });
        fc.pre(explored.isComplete);
        const ways = new Set(
          explored.ways.map(
            ({ from, happening, to }) => `${from} ${happening.type} ${happening.name} ${to}`,
          ),
        );
        const choices = new Choices(numbers);
        const begun = start(model.pathway, circumstancesAt(START, age));
        if (!begun.ok) throw new Error(begun.refusal.reason.en);
        let { state } = begun;
        let now = START;
        const numberOf = (one: CaseState) => {
          const configuration = configurationOf(model.chart, one);
          expect(model.knows(configuration), nameOf(configuration)).toBe(true);
          return model.numberOf(configuration);
        };
        expect(explored.starts).toContain(numberOf(state));
        for (const _ of numbers) {
          const [event, at] = happening(choices, state, now);
          now = at;
          const advanced = advance(model.pathway, state, event, circumstancesAt(now, age));
          if (!advanced.ok) continue;
          const way = `${numberOf(state)} ${wayOf(event)} ${numberOf(advanced.state)}`;
          expect(ways).toContain(way);
          state = advanced.state;
          strideCount += 1;
        }
      }),
      { numRuns: 60 },
    );
    // Some 700; few walks are long.
    expect(strideCount).toBeGreaterThan(30);
  });

  test('takes the inner of two ways without an event that would leave the same steps', () => {
    const always = (target: string) => ({ target: `#${target}` });
    const pathway = compile(
      drawn({
        states: {
          a: { on: { GO: { target: '#p' } } },
          p: {
            type: 'parallel',
            always: always('out'),
            states: {
              one: { initial: 'x', states: { x: { always: always('in') } } },
              two: { initial: 'y', states: { y: {} } },
            },
          },
          in: { on: { GO: { target: '#end' } } },
          out: { on: { GO: { target: '#end' } } },
          end: { type: 'final' },
        },
      }),
    );
    const model = new Model(pathway.document);
    const { entered } = explore(model);
    const begun = start(pathway, circumstancesAt(START, 18));
    if (!begun.ok) throw new Error(begun.refusal.reason.en);
    const event: CaseEvent = { type: 'action', action: 'GO' };
    const advanced = advance(pathway, begun.state, event, circumstancesAt(START, 18));
    const value = advanced.ok && advanced.state.value;
    const passed = [...entered].map(({ key }) => key).filter((key) => ['in', 'out'].includes(key));
    expect(passed).toEqual([value]);
  });

  test('tells apart what a shallow memory holds, though it be a group', () => {
    const group = (inner: string) => ({ initial: inner, states: { [inner]: {} } });
    const hub = { one: group('x'), two: group('y'), back: { type: 'history' as const } };
    const pathway = compile(drawn({ states: { hub: { initial: 'one', states: hub }, out: {} } }));
    const { chart } = new Model(pathway.document);
    const nameWith = (step: string) => {
      const state = {
        status: 'active',
        value: 'out',
        history: { back: [step] },
        data: {},
      } as const;
      return nameOf(configurationOf(chart, { ...state, activities: {}, timers: {} }));
    };
    expect(nameWith('one')).not.toBe(nameWith('two'));
  });

  test('stops where it is told to and says so', () => {
    const model = new Model(sampleDocument());
    const few = explore(model, { configurationsMax: 2 });
    expect([few.isComplete, few.why]).toEqual([false, 'too-many']);
    const stopped = explore(model, { onProgress: () => false });
    expect([stopped.isComplete, stopped.why]).toEqual([false, 'stopped']);
  });

  test('gives up where rounds without an event ask and record in turns', () => {
    // Drawn at random: each round doubles the ways, and there are a hundred of them.
    const file = new URL('./endless-rounds.fixture.json', import.meta.url);
    const model = new Model(JSON.parse(readFileSync(file, 'utf8')) as PathwayDocument);
    for (const mayCorrect of [false, true]) {
      const { isComplete, why } = explore(model, { mayCorrect });
      expect([isComplete, why]).toEqual([false, 'too-many']);
    }
  });
});
