/** What the tests of deviations have in common: a case, ways to ask, and what is in its rows. */
import { beforeAll, expect } from 'vitest';
import type { DeviationAsked } from '../../contract/deviations.ts';
import type { ProblemCode } from '../../http/problems.ts';
import {
  type Asking,
  addSomebody,
  type Somebody,
  type TestApi,
  useTestApi,
} from '../../http/testing.ts';
import { ownLink } from '../own-link.ts';
import { addCase, publish } from '../testing.ts';
import { COURSE } from '../testing-documents.ts';

let keys = 0;
export const newKey = () => `chiave-${++keys}`;

const label = (text: string) => ({ it: text, en: text });
const { choosing } = COURSE.machine.states;

/** The course, where the talk is told of in a form with a note, and a partner visits. */
export const VISITED = {
  ...COURSE,
  id: 'visited',
  data: {
    ...COURSE.data,
    properties: {
      ...COURSE.data.properties,
      attendance: { type: 'integer', format: 'attendance', label: label('Presenze') },
    },
  },
  forms: {
    ...COURSE.forms,
    talked: {
      type: 'object',
      properties: {
        turns: { type: 'integer', label: label('Volte') },
        notes: { type: 'string', format: 'note', label: label('Note') },
      },
    },
  },
  actions: {
    ...COURSE.actions,
    VISIT: { label: label('Visita'), roles: ['case-manager'] },
  },
  steps: { ...COURSE.steps, visiting: { label: label('Visita'), stage: 'one' } },
  machine: {
    ...COURSE.machine,
    id: 'visited',
    states: {
      ...COURSE.machine.states,
      choosing: {
        ...choosing,
        invoke: {
          ...choosing.invoke,
          input: { ...choosing.invoke.input, form: 'talked', due: 'P2D' },
          onDone: {
            target: '#late',
            actions: [{ type: 'record', params: { turns: { answer: 'turns' } } }],
          },
        },
        on: { ...choosing.on, VISIT: { target: '#visiting' } },
      },
      visiting: {
        id: 'visiting',
        invoke: {
          id: 'visit',
          src: 'task',
          input: { label: label('Visitare'), assignee: { organisation: 'cesvip' } },
          onDone: { target: '#late' },
        },
        on: { LEAVE: { target: '#choosing' } },
      },
    },
  },
};

export const REASON = 'Lo abbiamo deciso insieme.';

/** Who works on the cases of a test file. Set before its first test. */
interface Staff {
  manager: Somebody;
  coordinator: Somebody;
  /** Of «cesvip». */
  partner: Somebody;
}

/** The office of a test file: its people, and new cases of the visited course at their desks. */
export function useStaff() {
  const api = useTestApi();
  const { server } = api;
  const staff = {} as Staff;
  beforeAll(async () => {
    staff.manager = await addSomebody(server, ['case-manager']);
    staff.coordinator = await addSomebody(server, ['coordinator']);
    staff.partner = await addSomebody(server, ['partner-operator'], 'cesvip');
    await publish(server, VISITED);
  });
  /** A case of the case manager's, at their own desk or at somebody else's. */
  const desk = async (as = staff.manager, pathway = 'visited') => {
    const id = await addCase(server, pathway, staff.manager.id);
    return { id, ...deskOf(api, as, id) };
  };
  return { api, server, staff, desk };
}

export const addedTask = (more: object = {}): DeviationAsked => ({
  type: 'add-task',
  label: 'Chiamare la scuola',
  assignee: { role: 'case-manager' },
  ...more,
});

/** How one person asks about one case. */
export function deskOf(api: TestApi, as: Somebody, id: string) {
  const params = { id };
  const now = async () => {
    const sql = 'SELECT revision FROM "case" WHERE id = $1';
    return (await api.server.pool.query(sql, [id])).rows[0].revision as number;
  };
  const asking = async (body: object, more: Partial<Asking> = {}): Promise<Asking> => ({
    ...{ as: as.token, params, revision: await now(), key: newKey(), body },
    ...more,
  });
  const deviating = (deviation: object, more?: Partial<Asking>) =>
    asking({ deviation, reason: REASON }, more);
  const deviations = () => api.ask('readDeviations', { as: as.token, params });
  const last = async () => (await deviations()).undo?.of ?? 0;
  return {
    now,
    deviating,
    deviations,
    read: () => api.ask('readCase', { as: as.token, params }),
    trace: async () => (await api.ask('readTrace', { as: as.token, params })).lines,
    act: async (action: string, answer = {}) => api.ask('act', await asking({ action, answer })),
    deviate: async (deviation: DeviationAsked, more?: Partial<Asking>) =>
      api.ask('deviate', await deviating(deviation, more)),
    refused: async (code: ProblemCode, deviation: object, more?: Partial<Asking>) =>
      api.askInVain('deviate', code, await deviating(deviation, more)),
    preview: (body: DeviationAsked) => api.ask('previewDeviation', { as: as.token, params, body }),
    undo: async () => api.ask('deviate', await deviating({ type: 'undo', of: await last() })),
    undoRefused: async (code: ProblemCode) =>
      api.askInVain('deviate', code, await deviating({ type: 'undo', of: await last() })),
    /** The trace gives the state, and its chain holds. */
    expectProof: async () => {
      const proof = await api.ask('replayCase', { as: as.token, params });
      expect(proof).toMatchObject({ matches: true, chainValid: true, differsAt: null });
    },
  };
}

/** The rows of a case that an undoing gives back: what is open, what runs, which seats it has. */
export async function rowsOf({ server }: TestApi, caseId: string): Promise<string> {
  const { rows } = await server.pool.query(
    `SELECT c.version, c.snapshot, c.steps, c.status, c.outcome, (
        SELECT json_agg(a ORDER BY a.id) FROM activity a
        WHERE a.case_id = c.id AND a.status IN ('open', 'accepted')) AS activities, (
        SELECT json_agg(t ORDER BY t.timer) FROM timer t WHERE t.case_id = c.id) AS timers, (
        SELECT json_agg(to_jsonb(n) ORDER BY n.id) FROM enrolment n
        WHERE n.case_id = c.id AND n.status <> 'dropped') AS enrolments, (
        SELECT json_agg(json_build_array(e.id, e.taken) ORDER BY e.id) FROM edition e) AS seats
     FROM "case" c WHERE c.id = $1`,
    [caseId],
  );
  return JSON.stringify(rows[0]);
}

/** What the youth does on their own page. */
export async function actAsYouth({ ask, server }: TestApi, caseId: string, action: string) {
  const sql = 'SELECT revision, link_epoch FROM "case" WHERE id = $1';
  const { revision, link_epoch: epoch } = (await server.pool.query(sql, [caseId])).rows[0];
  const link = await ownLink(server, caseId, epoch, server.clock());
  const token = link.split('#')[1]!;
  return ask('actOnOwnCase', { body: { token, action, answer: {}, revision } });
}
