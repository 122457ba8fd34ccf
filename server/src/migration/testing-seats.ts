/** What the tests of seats have in common: people who rest, and are given work there or elsewhere. */
import { parseDocument } from '@percorso/engine';
import { beforeAll, expect } from 'vitest';
import { addCase, addOrganisation, publish } from '../case/testing.ts';
import type { MigrationView } from '../contract/migrations.ts';
import { coordinator, courseOf } from '../drafts/testing.ts';
import type { Somebody, TestApi } from '../http/testing.ts';
import type { Server } from '../server.ts';
import { asking, planned, publishNext, step, work } from './testing.ts';

export const label = (text: string) => ({ it: text, en: text });
// biome-ignore lint/suspicious/noExplicitAny: tests change any place of it
export type Drawn = any;

/** The course with a place to rest, and a fact that says which organisation goes there. */
export function resting(id: string): Drawn {
  const course = courseOf(id);
  const partner = { type: 'string', label: label('Partner') };
  const named = { const: 'cesvip', label: label('CE.SVI.P') };
  const other = { const: 'passing', label: label('Di passaggio') };
  course.data.properties.partner = { ...partner, oneOf: [named, other] };
  course.forms.name = {
    ...{ type: 'object', properties: { partner: { ...partner, oneOf: [named, other] } } },
    required: ['partner'],
  };
  course.actions.NAME = { label: label('Indica'), form: 'name', roles: ['case-manager'] };
  course.actions.REST = { label: label('Riposa'), roles: ['case-manager'] };
  course.steps.rest = { label: label('Riposo'), stage: 'one' };
  const { states } = course.machine;
  states.rest = { id: 'rest', on: { LEAVE: { target: '#choosing' } } };
  states.choosing.on.REST = { target: '#rest' };
  states.choosing.on.NAME = {
    target: '#choosing',
    reenter: true,
    actions: [{ type: 'record', params: { partner: { answer: 'partner' } } }],
  };
  return course;
}

export const lab = {
  id: 'lab',
  src: 'enrolment',
  input: { label: label('Laboratorio'), form: 'report', edition: { fact: 'case.edition' } },
  onDone: { target: '#finished' },
};
const visit = {
  id: 'visit',
  src: 'task',
  input: { label: label('Visita'), assignee: { organisation: { fact: 'case.partner' } } },
};

/** Whoever rests is enrolled, and visited. */
const withWork = (document: Drawn) => {
  document.machine.states.rest.invoke = [lab, visit];
};

/** Nobody rests any more: within there is work, outside there is none. */
export function parted(document: Drawn): void {
  const { states } = document.machine;
  const { rest, choosing } = states;
  delete states.rest;
  delete document.steps.rest;
  states.within = { ...rest, id: 'within', invoke: [lab, visit] };
  states.outside = { ...rest, id: 'outside' };
  document.steps.within = { label: label('Dentro'), stage: 'one' };
  document.steps.outside = { label: label('Fuori'), stage: 'one' };
  document.actions.OUT = { label: label('Esci'), roles: ['case-manager'] };
  choosing.on.REST.target = '#within';
  choosing.on.OUT = { target: '#outside' };
}

export interface Inside {
  readonly pathway: string;
  readonly rest: (more: { edition?: string; partner?: string }) => Promise<string>;
}

export const several = async (count: number, make: () => Promise<string>) => {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push(await make());
  return ids;
};

interface Row {
  readonly id: string;
  readonly group: string;
  readonly verdict: string;
  readonly status: string;
  readonly reason: string | null;
}

const waitingSaid = ({ groups }: MigrationView) =>
  new Map(
    groups.flatMap(({ id, changes }) =>
      (changes?.waiting ?? []).map(({ key, count }) => [`${id} ${key}`, count] as const),
    ),
  );

export const blockedIn = ({ groups }: MigrationView) =>
  groups.flatMap(({ blocked, count }) => (blocked ? [[blocked.reason.it, count]] : []));

export const waitsIn = (plan: MigrationView) =>
  plan.groups.flatMap(({ changes }) => changes?.waiting ?? []);

export const enrolling = (document: Drawn) => {
  document.machine.states.rest.invoke = [lab];
};

export async function casesOf({ pool }: Server, plan: MigrationView): Promise<Map<string, Row>> {
  const { rows } = await pool.query<Row>(
    `select case_id as id, "group", verdict, status, reason->>'it' as reason
   from pathway_migration_case where migration_id = $1`,
    [plan.id],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many wait in each edition, by the group in which the plan has them. */
async function waitingIn({ pool }: Server, plan: MigrationView): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ key: string; count: number }>(
    `select concat(m."group", ' ', n.edition_id) as key, count(*)::int from enrolment n
   join pathway_migration_case m on m.case_id = n.case_id
   where m.migration_id = $1 and n.status = 'waiting' group by 1`,
    [plan.id],
  );
  return new Map(rows.map(({ key, count }) => [key, count]));
}

let pathways = 0;

/** A coordinator, and what is done with people who rest; to be called once in a file. */
export function useResting(api: TestApi) {
  const { server } = api;
  const people = {} as { ada: Somebody };
  beforeAll(async () => {
    people.ada = await coordinator(api);
  });
  async function publishDrawn(document: Drawn): Promise<string> {
    const parsed = parseDocument(document);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    await publish(server, parsed.document);
    return parsed.document.id;
  }

  async function begun(draw: (document: Drawn) => void = () => {}): Promise<Inside> {
    await addOrganisation(server, 'cesvip');
    await addOrganisation(server, 'passing');
    const document = resting(`foreseen-${++pathways}`);
    draw(document);
    const pathway = await publishDrawn(document);
    const rest: Inside['rest'] = async ({ edition, partner }) => {
      const id = await addCase(server, pathway, people.ada.id);
      const act = (action: string, answer = {}) =>
        step(server, id, { type: 'action', action, answer });
      if (edition) {
        await act('ENROL', { edition });
        await act('LEAVE');
      }
      if (partner) await act('NAME', { partner });
      await act('REST');
      return id;
    };
    return { pathway, rest };
  }

  const redrawn = ({ pathway }: Inside, draw = withWork) =>
    publishNext(api, { pathway, ada: people.ada } as never, draw);
  const planOf = ({ pathway }: Inside, version: number) =>
    planned(api, { pathway, ada: people.ada } as never, version);
  const set = (edition: string, what: string) =>
    server.pool.query(`update edition set ${what} where id = $1`, [edition]);

  /** Runs the plan, and compares what became of each case with what was said of it. */
  async function expectKept(plan: MigrationView): Promise<void> {
    const before = await casesOf(server, plan);
    await api.ask('startMigration', asking(people.ada, plan.id, { revision: plan.revision }));
    await work(api, people.ada, plan.id);
    const after = await casesOf(server, plan);
    for (const [id, { verdict, group }] of before) {
      const { status, reason } = after.get(id)!;
      expect(status, `${verdict}: ${reason}`).toBe(verdict === 'blocked' ? 'parked' : 'moved');
      const { blocked } = plan.groups.find((one) => one.id === group)!;
      if (blocked) expect(reason).toBe(`${blocked.reason.it} ${blocked.unlock.it}`);
    }
    expect(await waitingIn(server, plan)).toEqual(waitingSaid(plan));
  }

  return { people, begun, publishDrawn, redrawn, planOf, set, expectKept };
}
