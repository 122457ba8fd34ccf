/** What the new version gives somebody else to do, while somebody is at it. */
import type { Assignee } from '@percorso/engine';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addOrganisation } from '../case/testing.ts';
import { tellWithdrawals } from '../case/withdrawal-letters.ts';
import type { MigrationView } from '../contract/migrations.ts';
import { addSomebody, type Somebody, useTestApi } from '../http/testing.ts';
import { asking, planned, publishNext, rowsOf, type Stage, stage, step, work } from './testing.ts';

const api = useTestApi();
const { server } = api;
const CESVIP: Assignee = { organisation: 'cesvip' };
const FORMAPER: Assignee = { organisation: 'formaper' };
const WHOEVER: Assignee = { organisation: { fact: 'case.partner' } };
const said = (text: string) => ({ it: text, en: text });
const PARTNER = {
  ...{ type: 'string', label: said('Ente'), default: 'cesvip' },
  oneOf: ['cesvip', 'formaper'].map((id) => ({ const: id, label: said(id) })),
};
const CASE_MANAGER: Assignee = { role: 'case-manager' };
let cesvip: Somebody;
let formaper: Somebody;

beforeAll(async () => {
  await addOrganisation(server, 'formaper');
  cesvip = await addSomebody(server, ['partner-operator'], 'cesvip');
  formaper = await addSomebody(server, ['partner-operator'], 'formaper');
});

// What an earlier test left withdrawn is told before this one begins, and its tasks are nobody's.
beforeEach(async () => {
  await tellWithdrawals(server);
  await server.pool.query('delete from outbox');
  await server.pool.query(`update activity set status = 'withdrawn' where status <> 'withdrawn'`);
});

async function moved({ ada }: Stage, { id, revision }: MigrationView): Promise<MigrationView> {
  await api.ask('startMigration', asking(ada, id, { revision }));
  return work(api, ada, id);
}

const takenBack = async ({ ada }: Stage, { id }: MigrationView) => {
  await api.ask('takeBackMigration', asking(ada, id));
  return work(api, ada, id);
};

/** The next version, in which the talk is theirs to hold, and the plan for it. */
async function planFor(inside: Stage, assignee: Assignee, more: object = {}) {
  const version = await publishNext(api, inside, (document) => {
    document.data.properties.partner = PARTNER;
    Object.assign(document.machine.states.choosing.invoke.input, { assignee, ...more });
  });
  return planned(api, inside, version);
}

/** Somebody chooses, and the talk is cesvip's; they may have taken it. */
async function atCesvip({ assignee = CESVIP, isAccepted = true } = {}) {
  const inside = await stage(api, 1);
  await moved(inside, await planFor(inside, assignee));
  const [task] = await tasksOf(cesvip);
  if (isAccepted) await api.ask('acceptTask', asking(cesvip, task!.id));
  await server.pool.query('delete from outbox');
  return { inside, caseId: inside.choosing[0]!, task: task! };
}

async function tasksOf({ token }: Somebody) {
  const { tasks } = await api.ask('listTasks', { as: token });
  return tasks.filter(({ activity }: { activity: string }) => activity === 'talk');
}

async function told(): Promise<{ recipient: string; subject: string }[]> {
  await tellWithdrawals(server);
  const { rows } = await server.pool.query(
    `delete from outbox where key like 'withdrawn:%' or key like 'there-again:%'
     returning recipient, subject`,
  );
  return rows;
}

async function addressOf({ id }: Somebody): Promise<string> {
  const { rows } = await server.pool.query('select email from person where id = $1', [id]);
  return rows[0].email;
}

describe('a task that a partner took and the new version gives to another', () => {
  it('is opened anew for that one, who has yet to accept it', async () => {
    const { inside, caseId, task } = await atCesvip();
    await moved(inside, await planFor(inside, FORMAPER));
    expect(await tasksOf(cesvip)).toEqual([]);
    const [anew] = await tasksOf(formaper);
    expect(anew).toMatchObject({ status: 'open', contact: null, may: ['accept', 'decline'] });
    expect(anew!.id).not.toBe(task.id);
    const { rows } = await server.pool.query(
      `select status, person_id from activity where case_id = $1 and organisation_id = 'cesvip'
       and activity = 'talk'`,
      [caseId],
    );
    expect(rows).toEqual([{ status: 'withdrawn', person_id: cesvip.id }]);
  });

  it('is told to the one who had it, by letter', async () => {
    const { inside } = await atCesvip();
    await moved(inside, await planFor(inside, FORMAPER));
    expect(await told()).toEqual([
      { recipient: await addressOf(cesvip), subject: 'Un compito non serve più' },
    ]);
  });

  it.each([
    ['another organisation', FORMAPER, 'a formaper', 'to formaper'],
    ['the case manager', CASE_MANAGER, 'al case manager', 'to the case manager'],
    ['whom a fact names', WHOEVER, 'all’ente indicato in «Ente»', 'to whoever “Ente” names'],
  ])('stands in the plan as one that passes on: to %s', async (_, assignee, it, en) => {
    const { inside } = await atCesvip();
    const { groups } = await planFor(inside, assignee);
    const [group] = groups.filter(({ from }) => from.some(({ step }) => step === 'choosing'));
    expect(group!.changes).toMatchObject({
      handedOn: [
        {
          ...{ key: 'talk', label: { it: 'Colloquio', en: 'Colloquio' } },
          ...{ from: { it: 'da cesvip', en: 'from cesvip' }, to: { it, en } },
        },
      ],
      ...{ opened: [], withdrawn: [], kept: [], revised: [] },
    });
  });

  it('is the very same again, accepted, once the migration is taken back', async () => {
    const { inside, caseId, task } = await atCesvip();
    const before = await rowsOf(server, caseId);
    const plan = await planFor(inside, FORMAPER);
    await moved(inside, plan);
    await told();
    await takenBack(inside, plan);
    expect(await tasksOf(formaper)).toEqual([]);
    const [again] = await tasksOf(cesvip);
    expect(again).toMatchObject({ id: task.id, status: 'accepted', may: ['complete', 'decline'] });
    expect(await told()).toEqual([
      { recipient: await addressOf(cesvip), subject: 'Un compito serve di nuovo' },
    ]);
    expect((await rowsOf(server, caseId)).replace(/"withdrawal_told_at":[^,}]+/, '')).toBe(
      before.replace(/"withdrawal_told_at":[^,}]+/, ''),
    );
  });
});

it('a task that a partner took is the case manager’s to do where the new version says so', async () => {
  const { inside, caseId } = await atCesvip();
  const manager = await addSomebody(server, ['case-manager']);
  await server.pool.query('update "case" set case_manager_id = $2 where id = $1', [
    caseId,
    manager.id,
  ]);
  await moved(inside, await planFor(inside, CASE_MANAGER));
  expect(await tasksOf(cesvip)).toEqual([]);
  const [anew] = await tasksOf(manager);
  expect(anew).toMatchObject({ status: 'open', may: ['complete'] });
  await api.ask('completeTask', asking(manager, anew!.id, { body: { answer: {} } }));
  expect(await tasksOf(manager)).toEqual([]);
  expect(await told()).toHaveLength(1);
});

it('a case manager’s task is a partner’s to accept where the new version says so', async () => {
  const { task } = await atCesvip({ isAccepted: false });
  expect(task).toMatchObject({ status: 'open', contact: null, may: ['accept', 'decline'] });
});

it('a task that stays with whoever took it only reads otherwise', async () => {
  const { inside, caseId, task } = await atCesvip({ assignee: WHOEVER });
  await step(server, caseId, { type: 'correct', data: { partner: 'formaper' } });
  const label = { it: 'Primo colloquio', en: 'First talk' };
  await moved(inside, await planFor(inside, WHOEVER, { label }));
  expect(await tasksOf(formaper)).toEqual([]);
  const [same] = await tasksOf(cesvip);
  expect(same).toMatchObject({ id: task.id, status: 'accepted', label });
  expect(await told()).toEqual([]);
});
