import { describe, expect, it } from 'vitest';
import { addCase, addEdition, addOrganisation } from '../case/testing.ts';
import { courseOf, draftOf, saving } from '../drafts/testing.ts';
import { useTestApi } from '../http/testing.ts';
import { asking, step, work } from './testing.ts';
import {
  blockedIn,
  casesOf,
  enrolling,
  type Inside,
  label,
  several,
  useResting,
  waitsIn,
} from './testing-seats.ts';

const api = useTestApi();
const { server } = api;
const { people, begun, publishDrawn, redrawn, planOf, set, expectKept } = useResting(api);

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
    const elsewhere = await addCase(server, inside.pathway, people.ada.id);
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
    expect((await casesOf(server, plan)).get(elsewhere)).toMatchObject({ verdict: 'unaffected' });
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

let inners = 0;

const publishInner = () => {
  const document = courseOf(`inner-${++inners}`);
  document.machine.initial = 'attending';
  return publishDrawn(document);
};

const setOut = async ({ pathway }: Inside, edition: string) => {
  const id = await addCase(server, pathway, people.ada.id);
  await step(server, id, {
    type: 'action',
    action: 'ENROL',
    answer: { edition, acceptWaiting: true },
  });
  return id;
};

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
    await api.ask('exceptCase', { as: people.ada.token, params, body });
    const excepted = await work(api, people.ada, plan.id);
    expect(waitsIn(excepted)).toEqual([]);
    const { revision } = excepted;
    const rule = { id: plan.id, version: 1, step: 'rest' };
    await api.ask('setStayRule', asking(people.ada, plan.id, { params: rule, revision, body }));
    const ruled = await work(api, people.ada, plan.id);
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
    [server.newId(), pathway, people.ada.id],
  );

describe('a preview of a draft', () => {
  it('is found out anew for whoever may have freed what held somebody up', async () => {
    const inside = await begun();
    const edition = await addEdition(server, 'training', 1);
    await several(2, () => inside.rest({ edition }));
    const draft = await draftOf(api, people.ada, inside.pathway);
    const { revision } = await api.ask('saveDraft', saving(people.ada, draft, enrolling));
    const look = async () => {
      const asked = asking(people.ada, draft.id, { body: { revision } });
      const { id } = await api.ask('previewMigration', asked);
      return work(api, people.ada, id);
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
