import { beforeAll, describe, expect, it } from 'vitest';
import { addCase, addEdition, COURSE, publish } from '../case/testing.ts';
import { caseProblems } from './problems/cases.ts';
import type { ProblemCode } from './problems.ts';
import { addSomebody, type Somebody, useTestApi } from './testing.ts';

const api = useTestApi();
const { server } = api;
let manager: Somebody;
let coordinator: Somebody;

/** The course, with an action that a rule refuses. */
const GUARDED = {
  ...COURSE,
  rules: { turned: { fact: 'case.turns', op: '>=', value: 5 } },
  machine: {
    ...COURSE.machine,
    states: {
      ...COURSE.machine.states,
      late: { id: 'late', on: { LEAVE: { target: '#choosing' } } },
      choosing: {
        ...COURSE.machine.states.choosing,
        on: {
          ...COURSE.machine.states.choosing.on,
          LEAVE: { target: '#late', guard: 'turned' },
        },
      },
    },
  },
};

beforeAll(async () => {
  await publish(server, GUARDED);
  manager = await addSomebody(server, ['case-manager', 'coordinator']);
  coordinator = await addSomebody(server, ['coordinator']);
});

let keys = 0;
const newCase = () => addCase(server, 'course', manager.id);
const asking = (id: string, body: object, revision = 1, key = `chiave-${++keys}`) => ({
  as: manager.token,
  params: { id },
  revision,
  key,
  body,
});

const act = async (action: string, answer = {}) => {
  const id = await newCase();
  return api.send('act', asking(id, { action, answer }));
};
const correct = async (data: object) => {
  const id = await newCase();
  return api.send('correctCase', asking(id, { data, note: 'una prova' }));
};
const enrol = async (seats: number, open: boolean) => {
  const edition = await addEdition(server, 'training', seats);
  await server.pool.query('update edition set open = $2, taken = seats where id = $1', [
    edition,
    open,
  ]);
  return act('ENROL', { edition, acceptWaiting: false });
};

const provocations: Partial<Record<ProblemCode, () => Promise<Response>>> = {
  'action-unknown': () => act('FLY'),
  'action-not-open-here': async () => {
    const id = await newCase();
    const edition = await addEdition(server, 'training', 5);
    await api.ask('act', asking(id, { action: 'ENROL', answer: { edition } }));
    return api.send('act', asking(id, { action: 'TURN' }, 2));
  },
  'answer-invalid': () => act('ENROL', {}),
  'rule-says-no': () => act('LEAVE'),
  'case-ended': async () => {
    const id = await newCase();
    await api.ask('act', asking(id, { action: 'STOP' }));
    return api.send('act', asking(id, { action: 'TURN' }, 2));
  },
  'activity-not-open': async () => {
    const id = await newCase();
    const { activities } = await api.ask('readCase', { as: manager.token, params: { id } });
    await api.ask('act', asking(id, { action: 'STOP' }));
    const task = { as: manager.token, params: { id: activities[0].id }, body: { answer: {} } };
    return api.send('completeTask', task);
  },
  'fact-unknown': () => correct({ wings: 2 }),
  'fact-invalid': () => correct({ turns: 'molti' }),
  'edition-full': () => enrol(1, true),
  'edition-closed': () => enrol(1, false),
  'edition-unknown': () => act('ENROL', { edition: server.newId() }),
  'idempotency-key-reused': async () => {
    const id = await newCase();
    await api.ask('act', asking(id, { action: 'TURN' }, 1, 'la-stessa'));
    return api.send('act', asking(id, { action: 'STOP' }, 1, 'la-stessa'));
  },
  'not-our-age': () => register('1980-01-01'),
  'pathway-closed': () => register('2004-05-17'),
};

function register(birthDate: string): Promise<Response> {
  const body = {
    language: 'it',
    firstName: 'Ada',
    lastName: 'Prova',
    birthDate,
    email: 'ada@example.org',
    situation: 'student',
    privacyNoticeRead: true,
  };
  return api.send('register', { body });
}

/** Only the worker can meet these, never a request: the engine's own tests provoke them. */
const neverOverHttp = ['timer-not-due', 'timer-not-running', 'too-many-steps'];

describe('every refusal about a case', () => {
  it('is provoked over HTTP, but for those that only the worker meets', () => {
    const provoked = [...Object.keys(provocations), ...neverOverHttp];
    expect(Object.keys(caseProblems).filter((code) => !provoked.includes(code))).toEqual([]);
  });

  it.each(Object.entries(provocations))('%s', async (code, provoke) => {
    const response = await provoke();
    const problem = await response.json();
    expect(problem).toMatchObject({ code, status: response.status });
  });

  it('names the fields of an answer, and says what would unlock a rule', async () => {
    const invalid = (await (await act('ENROL', {})).json()) as { faults: { path: string }[] };
    expect(invalid.faults.map((fault) => fault.path)).toContain('edition');
    const refused = (await (await act('LEAVE')).json()) as { unlock: { fact: string }[] };
    expect(refused.unlock.map((each) => each.fact)).toEqual(['case.turns']);
  });

  it('is no secret passage: what one may not see is not found', async () => {
    const stranger = await addSomebody(server, ['case-manager']);
    const hidden = { ...asking(await newCase(), { action: 'TURN' }), as: stranger.token };
    await api.askInVain('act', 'not-found', hidden);
    const turn = { ...asking(await newCase(), { action: 'TURN' }), as: coordinator.token };
    await api.askInVain('act', 'forbidden', turn);
  });
});
