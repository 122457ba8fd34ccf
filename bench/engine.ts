/**
 * The engine beside bare XState, on one machine with 8 actions of which 3 are refused. Both do a
 * whole step each time: read the stored text, restore, advance, persist, write the text.
 */
import {
  advance,
  available,
  type CaseState,
  type Circumstances,
  compile,
  type MachineNode,
  type PathwayDocument,
  start,
} from '@percorso/engine';
import { createMachine, fromPromise, initialTransition, transition } from 'xstate';
import { median, type Row } from './row.ts';

const ROUNDS = 150;
const STEPS_PER_ROUND = 80;

const circumstances: Circumstances = {
  now: '2026-01-12T09:00:00.000Z',
  timeZone: 'Europe/Rome',
  participant: { age: 16, situation: 'student', hasCaseManager: true },
};

/** Interleaves the contestants, so that whatever else the computer does befalls them alike. */
export async function benchEngine(): Promise<Row[]> {
  const contestants = [bareXState(), engineStep(), engineAvailable()] as const;
  const rounds = Array.from({ length: ROUNDS }, () => contestants.map(microsecondsOf));
  const warm = rounds.slice(25);
  const of = (index: number) => median(warm.map((round) => round[index]!));
  const over = (index: number, other: number) =>
    median(warm.map((round) => round[index]! / round[other]!));
  return [
    row('engine: one step', of(1), `bare XState, ${of(0).toFixed(1)} µs`, over(1, 0), 1.5),
    row(
      'engine: next possible actions (8, 3 refused)',
      of(2),
      `one step of the engine, ${of(1).toFixed(1)} µs`,
      over(2, 1),
      2,
    ),
  ];
}

function row(name: string, value: number, besides: string, ratio: number, limit: number): Row {
  return { name, value, unit: 'µs', besides, ratio, goal: `≤ ${limit}`, met: ratio <= limit };
}

function microsecondsOf(run: () => unknown): number {
  const begin = process.hrtime.bigint();
  for (let index = 0; index < STEPS_PER_ROUND; index++) run();
  return Number(process.hrtime.bigint() - begin) / 1000 / STEPS_PER_ROUND;
}

/** The step that is measured: from the strategy into training, which opens an enrolment. */
function engineStep(): () => string {
  const text = JSON.stringify(stateAtStrategy());
  const event = { type: 'action', action: 'TRAINING', answer: { goal: 'job' } } as const;
  const pathway = compile(document);
  return () => {
    const advanced = advance(pathway, JSON.parse(text), event, circumstances);
    if (!advanced.ok) throw new Error(advanced.refusal.reason.en);
    return JSON.stringify(advanced.state);
  };
}

function engineAvailable(): () => number {
  const text = JSON.stringify(stateAtStrategy());
  const pathway = compile(document);
  return () => {
    const list = available(pathway, JSON.parse(text), circumstances);
    const refusedCount = list.filter(({ verdict }) => verdict === 'no').length;
    if (list.length !== 8 || refusedCount !== 3) throw new Error('Not the list to be measured.');
    return refusedCount;
  };
}

function stateAtStrategy(): CaseState {
  const started = start(compile(document), circumstances);
  if (!started.ok) throw new Error(started.refusal.reason.en);
  return started.state;
}

interface Context {
  readonly case: { readonly noShows: number; readonly consent?: boolean };
  readonly participant: { readonly age?: number; readonly situation?: string };
}

/** The same machine with guards written by hand, and nothing but XState's documented functions. */
function bareXState(): () => string {
  const guard =
    (test: (context: Context) => boolean) =>
    ({ context }: { context: Context }) =>
      test(context);
  const actor = fromPromise(() => new Promise<never>(() => {}));
  const machine = createMachine(
    {
      ...document.machine,
      context: ({ input }: { input?: Partial<Context> }) => ({
        case: { noShows: 0 },
        participant: input?.participant ?? {},
      }),
    } as never,
    {
      guards: {
        adult: guard(({ participant }) => (participant.age ?? 0) >= 18),
        consented: guard(
          (context) => (context.participant.age ?? 0) >= 18 || context.case.consent === true,
        ),
        missed: guard((context) => context.case.noShows >= 2),
        student: guard(({ participant }) => participant.situation === 'student'),
      },
      actions: { message: () => {} },
      actors: { enrolment: actor, task: actor },
      delays: { P30D: 2_592_000_000, P14D: 1_209_600_000 },
    } as never,
  );
  const [snapshot] = initialTransition(machine, {
    participant: circumstances.participant,
  } as never);
  const stored = { ...(machine.getPersistedSnapshot(snapshot) as object), children: {} };
  const text = JSON.stringify(stored);
  const event = { type: 'TRAINING', answer: { goal: 'job' } };
  return () => {
    const before = machine.restoreSnapshot(JSON.parse(text), undefined as never);
    const [next] = transition(machine, before, event as never);
    return JSON.stringify(machine.getPersistedSnapshot(next));
  };
}

const words = (text: string) => ({ it: text, en: text });
const open = (label: string) => ({ label: words(label), roles: ['case-manager'] as const });
const refused = (key: string, rule: string): MachineNode['on'] => ({
  [key]: { target: '#training', guard: rule },
});

const document: PathwayDocument = {
  format: 1,
  id: 'measured',
  title: words('Measured'),
  subject: 'person',
  participant: {
    type: 'object',
    properties: {
      age: { type: 'integer', label: words('Age') },
      situation: { type: 'string', label: words('Situation'), oneOf: [] },
      hasCaseManager: { type: 'boolean', label: words('Case manager') },
    },
  },
  data: {
    type: 'object',
    properties: {
      noShows: { type: 'integer', label: words('No-shows'), default: 0 },
      consent: { type: 'boolean', label: words('Guardian’s consent') },
    },
  },
  forms: {
    goal: {
      type: 'object',
      properties: {
        goal: {
          type: 'string',
          label: words('Goal'),
          oneOf: [{ const: 'job', label: words('Job') }],
        },
      },
    },
  },
  rules: {
    adult: { fact: 'participant.age', op: '>=', value: 18 },
    consented: { any: [{ rule: 'adult' }, { fact: 'case.consent', op: '=', value: true }] },
    missed: { fact: 'case.noShows', op: '>=', value: 2 },
    student: { fact: 'participant.situation', op: '=', value: 'student' },
  },
  actions: {
    TRAINING: { ...open('Training'), form: 'goal', emphasis: 'primary' },
    SOFT_SKILLS: open('Soft skills'),
    INTERNSHIP: open('Internship'),
    WORK: open('Work'),
    LOST: open('Lost'),
    PAUSE: { ...open('Pause'), emphasis: 'quiet' },
    HELP: open('Help'),
    WITHDRAW: { ...open('Withdraw'), emphasis: 'final' },
  },
  messages: { hello: { to: 'participant', subject: words('Hello'), body: words('Hello') } },
  stages: [],
  steps: {},
  machine: {
    id: 'measured',
    initial: 'followed',
    on: { WITHDRAW: { target: '#withdrawn' } },
    states: {
      followed: {
        id: 'followed',
        type: 'parallel',
        states: {
          way: {
            id: 'way',
            initial: 'strategy',
            states: {
              strategy: {
                id: 'strategy',
                after: { P30D: { target: '#strategy', reenter: true } },
                on: {
                  TRAINING: { target: '#training', guard: 'student' },
                  SOFT_SKILLS: { target: '#training' },
                  ...refused('INTERNSHIP', 'consented'),
                  ...refused('WORK', 'adult'),
                  ...refused('LOST', 'missed'),
                },
              },
              training: {
                id: 'training',
                entry: [{ type: 'message', params: { message: 'hello' } }],
                after: { P14D: { target: '#strategy' } },
                invoke: {
                  id: 'attend',
                  src: 'enrolment',
                  input: { label: words('Attend'), assignee: { organisation: 'codici' } },
                  onDone: { target: '#strategy' },
                },
              },
            },
          },
          support: {
            id: 'support',
            initial: 'well',
            states: {
              well: { id: 'well', on: { HELP: { target: '#helped' } } },
              helped: {
                id: 'helped',
                invoke: {
                  id: 'help',
                  src: 'task',
                  input: { label: words('Help'), assignee: { role: 'case-manager' } },
                  onDone: { target: '#well' },
                },
              },
            },
          },
        },
        on: { PAUSE: { target: '#followed' } },
      },
      withdrawn: { id: 'withdrawn', type: 'final' },
    },
  },
};
