import { describe, expect, it } from 'vitest';
import { parseDocument } from './parse-document.ts';
import { sampleDocument } from './sample.fixture.ts';

type Node = Record<string, unknown>;
type Steps = Record<string, Node>;

const COUNT = [{ type: 'record', params: { noShows: { add: 1 } } }];
const TELL = [{ type: 'message', params: { message: 'convened' } }];
const b = { id: 'b' };

/** Steps beside those of the sample, and whether their immediate transitions may go round. */
const MACHINES: readonly (readonly [string, boolean, Steps])[] = [
  [
    'one after the other: no round',
    false,
    { a: { always: { target: 'b' } }, b: { always: { target: '#gone' } } },
  ],
  [
    'two that lead to each other',
    true,
    { a: { always: { target: 'b' } }, b: { always: { target: 'a' } } },
  ],
  [
    'two with guards, of which nothing changes the facts',
    true,
    {
      a: { always: { target: 'b', guard: 'adult' } },
      b: { always: { target: 'a', guard: 'lost' } },
    },
  ],
  [
    'two of which one counts and one has a guard: it may end by counting',
    false,
    {
      a: { always: { target: 'b', actions: COUNT } },
      b: { always: { target: 'a', guard: 'lost' } },
    },
  ],
  [
    'two that count without a guard',
    true,
    {
      a: { always: { target: 'b', actions: COUNT } },
      b: { always: { target: 'a', actions: COUNT } },
    },
  ],
  ['one that leads nowhere', true, { a: { always: { guard: 'lost', actions: TELL } } }],
  [
    'one that leads to the step around it',
    true,
    { a: { initial: 'b', states: { b: { ...b, always: { target: '#a' } } } } },
  ],
  [
    'one around that leads inside',
    true,
    { a: { initial: 'b', always: { target: '#b', guard: 'lost' }, states: { b } } },
  ],
  [
    'a step that is done as soon as it is entered, and enters itself',
    true,
    { a: { initial: 'b', onDone: { target: 'a' }, states: { b: { ...b, type: 'final' } } } },
  ],
  [
    'a step that is done and goes on: no round',
    false,
    { a: { initial: 'b', onDone: { target: '#gone' }, states: { b: { ...b, type: 'final' } } } },
  ],
  [
    'a history that may remember where it came from',
    true,
    {
      a: {
        initial: 'b',
        states: { b: { ...b, always: { target: 'c' } }, c: { id: 'c', type: 'history' } },
      },
    },
  ],
  [
    'a wait between: no round',
    false,
    { a: { always: { target: 'b' } }, b: { after: { P1D: { target: 'a' } } } },
  ],
];

describe('immediateCyclesAbsent', () => {
  it.each(MACHINES)('%s', (_what, isRound, steps) => {
    const document = sampleDocument();
    for (const [key, node] of Object.entries(steps)) {
      document.machine.states[key] = { id: key, ...node };
      document.steps[key] = { label: document.title };
      for (const inner of Object.keys(node.states ?? {})) {
        document.steps[inner] = { label: document.title };
      }
    }
    const parsed = parseDocument(document);
    const codes = parsed.ok ? [] : parsed.problems.map((problem) => problem.code);
    expect(codes).toEqual(isRound ? ['immediate-cycle'] : []);
  });
});
