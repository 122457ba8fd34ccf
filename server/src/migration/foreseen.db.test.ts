import { parseDocument } from '@percorso/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { addCase, addEdition, addOrganisation, publish } from '../case/testing.ts';
import type { MigrationView } from '../contract/migrations.ts';
import { coordinator, courseOf, draftOf, saving } from '../drafts/testing.ts';
import { type Somebody, useTestApi } from '../http/testing.ts';
import { asking, planned, publishNext, step, work } from './testing.ts';

const api = useTestApi();
const { server } = api;
const label = (text: string) => ({ it: text, en: text });
// biome-ignore lint/suspicious/noExplicitAny: tests change any place of it
type Drawn = any;

let ada: Somebody;
let pathways = 0;

beforeAll(async () => {
  ada = await coordinator(api);
});

/** The course with a place to rest, and a fact that says which organisation goes there. */
function resting(id: string): Drawn {
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

const lab = {
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

interface Inside {
  readonly pathway: string;
  readonly rest: (more: { edition?: string; partner?: string }) => Promise<string>;
}

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
    const id = await addCase(server, pathway, ada.id);
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

const several = async (count: number, make: () => Promise<string>) => {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push(await make());
  return ids;
};

const redrawn = ({ pathway }: Inside, draw = withWork) =>
  publishNext(api, { pathway, ada } as never, draw);
const planOf = ({ pathway }: Inside, version: number) =>
  planned(api, { pathway, ada } as never, version);
const set = (edition: string, what: string) =>
  server.pool.query(`update edition set ${what} where id = $1`, [edition]);

interface Row {
  readonly id: string;
  readonly group: string;
  readonly verdict: string;
  readonly status: string;
  readonly reason: string | null;
}

async function casesOf(plan: MigrationView): Promise<Map<string, Row>> {
  const { rows } = await server.pool.query<Row>(
    `select case_id as id, "group", verdict, status, reason->>'it' as reason
     from pathway_migration_case where migration_id = $1`,
    [plan.id],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many wait in each edition, by the group in which the plan has them. */
async function waitingIn(plan: MigrationView): Promise<Map<string, number>> {
  const { rows } = await server.pool.query<{ key: string; count: number }>(
    `select concat(m."group", ' ', n.edition_id) as key, count(*)::int from enrolment n
     join pathway_migration_case m on m.case_id = n.case_id
     where m.migration_id = $1 and n.status = 'waiting' group by 1`,
    [plan.id],
  );
  return new Map(rows.map(({ key, count }) => [key, count]));
}

const waitingSaid = ({ groups }: MigrationView) =>
  new Map(
    groups.flatMap(({ id, changes }) =>
      (changes?.waiting ?? []).map(({ key, count }) => [`${id} ${key}`, count] as const),
    ),
  );

/** Runs the plan, and compares what became of each case with what was said of it. */
async function expectKept(plan: MigrationView): Promise<void> {
  const before = await casesOf(plan);
  await api.ask('startMigration', asking(ada, plan.id, { revision: plan.revision }));
  await work(api, ada, plan.id);
  const after = await casesOf(plan);
  for (const [id, { verdict, group }] of before) {
    const { status, reason } = after.get(id)!;
    expect(status, `${verdict}: ${reason}`).toBe(verdict === 'blocked' ? 'parked' : 'moved');
    const { blocked } = plan.groups.find((one) => one.id === group)!;
    if (blocked) expect(reason).toBe(`${blocked.reason.it} ${blocked.unlock.it}`);
  }
  expect(await waitingIn(plan)).toEqual(waitingSaid(plan));
}

const blockedIn = ({ groups }: MigrationView) =>
  groups.flatMap(({ blocked, count }) => (blocked ? [[blocked.reason.it, count]] : []));

describe('what the database will refuse', () => {
  it('is blocked in the plan, with why and what would free it, and parked when it runs', async () => {
    const inside = await begun();
    const [open, closed] = [
      await addEdition(server, 'training', 9),
      await addEdition(server, 'training', 9),
    ];
    const partner = 'cesvip';
    await inside.rest({ edition: open, partner });
    await several(2, () => inside.rest({ edition: closed, partner }));
    const unchosen = await several(2, () => inside.rest({ partner }));
    await inside.rest({ edition: open });
    await inside.rest({ edition: open, partner: 'passing' });
    const elsewhere = await addCase(server, inside.pathway, ada.id);
    const version = await redrawn(inside);
    await set(closed, 'open = false');
    await server.pool.query("delete from organisation where id = 'passing'");
    const plan = await planOf(inside, version);
    expect(plan.counts).toMatchObject({ unaffected: 1, moved: 2, blocked: 5 });
    expect(new Map(blockedIn(plan) as [string, number][])).toEqual(
      new Map([
        ['Le iscrizioni a «Corso, dal 1 dicembre 2026» sono chiuse.', 2],
        ['Per «Laboratorio» non è ancora stata scelta un’edizione.', 2],
        ['«Visita» è affidato a un’organizzazione che non c’è.', 1],
      ]),
    );
    expect((await casesOf(plan)).get(elsewhere)).toMatchObject({ verdict: 'unaffected' });
    await expectKept(plan);

    await set(closed, 'open = true');
    await addOrganisation(server, 'passing');
    for (const id of unchosen) {
      const act = (action: string, answer = {}) =>
        step(server, id, { type: 'action', action, answer });
      await act('LEAVE');
      await act('ENROL', { edition: open });
      await act('LEAVE');
      await act('REST');
    }
    const freed = await planOf(inside, version);
    expect(freed.counts).toMatchObject({ moved: 5, blocked: 0 });
    await expectKept(freed);
  });
});

/** Whoever is sent somewhere is in another pathway there, enrolled from its start. */
const within = (pathway: string) => ({
  id: 'inner-case',
  src: 'pathway',
  input: { label: label('Dentro'), pathway, data: { edition: { fact: 'case.edition' } } },
  onDone: { target: '#finished' },
});

const publishInner = () => {
  const document = courseOf(`inner-${++pathways}`);
  document.machine.initial = 'attending';
  return publishDrawn(document);
};

const enrolling = (document: Drawn) => {
  document.machine.states.rest.invoke = [lab];
};

const setOut = async ({ pathway }: Inside, edition: string) => {
  const id = await addCase(server, pathway, ada.id);
  await step(server, id, {
    type: 'action',
    action: 'ENROL',
    answer: { edition, acceptWaiting: true },
  });
  return id;
};

const waitsIn = (plan: MigrationView) =>
  plan.groups.flatMap(({ changes }) => changes?.waiting ?? []);

describe('an edition with fewer seats than people', () => {
  it('has the others wait, as many as the plan said', async () => {
    const inside = await begun();
    const [small, large] = [
      await addEdition(server, 'training', 2),
      await addEdition(server, 'training', 9),
    ];
    await several(5, () => inside.rest({ edition: small }));
    await several(3, () => inside.rest({ edition: large }));
    const plan = await planOf(inside, await redrawn(inside, enrolling));
    expect(plan.counts).toMatchObject({ moved: 8, blocked: 0 });
    expect(waitsIn(plan)).toEqual([
      {
        key: small,
        label: { it: 'Corso, dal 1 dicembre 2026', en: 'Course, from 1 December 2026' },
        count: 3,
      },
    ]);
    await expectKept(plan);
  });

  it('counts nobody who is blocked, excepted, or ruled to stay', async () => {
    const inside = await begun();
    const edition = await addEdition(server, 'training', 1);
    const resting = await several(2, () => inside.rest({ edition, partner: 'cesvip' }));
    await inside.rest({ edition, partner: 'passing' });
    const version = await redrawn(inside);
    await server.pool.query("delete from organisation where id = 'passing'");
    const plan = await planOf(inside, version);
    expect(plan.counts).toMatchObject({ moved: 2, blocked: 1 });
    expect(waitsIn(plan)).toMatchObject([{ count: 1 }]);
    const body = { reason: 'Resta con le regole di prima' };
    const params = { id: plan.id, case: resting[0]! };
    await api.ask('exceptCase', { as: ada.token, params, body });
    const excepted = await work(api, ada, plan.id);
    expect(waitsIn(excepted)).toEqual([]);
    const { revision } = excepted;
    const rule = { id: plan.id, version: 1, step: 'rest' };
    await api.ask('setStayRule', asking(ada, plan.id, { params: rule, revision, body }));
    const ruled = await work(api, ada, plan.id);
    expect(ruled.counts).toMatchObject({ moved: 0, blocked: 0, staying: 3 });
  });

  it('has room where its people leave a seat and take it again, and whoever waits goes first', async () => {
    const inside = await begun();
    const edition = await addEdition(server, 'training', 3);
    await several(4, () => setOut(inside, edition));
    const version = await redrawn(inside, ({ machine }) => {
      machine.states.attending.invoke = { ...machine.states.attending.invoke, id: 'anew' };
    });
    const plan = await planOf(inside, version);
    const [group] = plan.groups;
    expect(group!.changes).toMatchObject({ opened: [{ key: 'anew' }], withdrawn: [{}] });
    expect(waitsIn(plan)).toMatchObject([{ count: 1 }]);
    await expectKept(plan);
  });

  it('has room where a pathway within ends that held its seat', async () => {
    const inner = await publishInner();
    const inside = await begun((document) => {
      document.machine.states.rest.invoke = within(inner);
    });
    const edition = await addEdition(server, 'training', 2);
    await several(2, () => inside.rest({ edition }));
    const plan = await planOf(inside, await redrawn(inside, enrolling));
    expect(plan.counts).toMatchObject({ moved: 2 });
    expect(waitsIn(plan)).toEqual([]);
    await expectKept(plan);
  });
});

describe('a pathway within', () => {
  it('refuses with its first step, and with all its versions withdrawn', async () => {
    const inner = await publishInner();
    const inside = await begun();
    const edition = await addEdition(server, 'training', 1);
    await several(2, () => inside.rest({ edition }));
    await inside.rest({});
    const version = await redrawn(inside, ({ machine }) => {
      machine.states.rest.invoke = within(inner);
    });
    const plan = await planOf(inside, version);
    expect(blockedIn(plan)).toEqual([
      ['Per «Frequenza» non è ancora stata scelta un’edizione.', 1],
    ]);
    expect(waitsIn(plan)).toMatchObject([{ key: edition, count: 1 }]);
    await withdraw(inner);
    const later = await planOf(inside, version);
    expect(later.counts).toMatchObject({ moved: 0, blocked: 3 });
    expect(later.groups[0]!.blocked!.reason.en).toContain('opens a pathway that nobody can begin');
  });
});

const withdraw = (pathway: string) =>
  server.pool.query(
    `insert into version_withdrawal (id, pathway_id, version, at, person_id, note)
     values ($1, $2, 1, now(), $3, 'Errata')`,
    [server.newId(), pathway, ada.id],
  );

describe('a preview of a draft', () => {
  it('is found out anew for whoever may have freed what held somebody up', async () => {
    const inside = await begun();
    const edition = await addEdition(server, 'training', 1);
    await several(2, () => inside.rest({ edition }));
    const draft = await draftOf(api, ada, inside.pathway);
    const { revision } = await api.ask('saveDraft', saving(ada, draft, enrolling));
    const look = async () => {
      const asked = asking(ada, draft.id, { body: { revision } });
      const { id } = await api.ask('previewMigration', asked);
      return work(api, ada, id);
    };
    await set(edition, 'open = false');
    expect((await look()).counts).toMatchObject({ moved: 0, blocked: 2 });
    await set(edition, 'open = true');
    const waits = await look();
    expect(waits.counts).toMatchObject({ moved: 2, blocked: 0 });
    expect(waitsIn(waits)).toMatchObject([{ count: 1 }]);
    await set(edition, 'seats = 2');
    const roomy = await look();
    expect(waitsIn(roomy)).toEqual([]);
    expect((await look()).id).toBe(roomy.id);
  });
});
