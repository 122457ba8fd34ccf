import { parseDocument } from '@percorso/engine';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MigrationView } from '../contract/migrations.ts';
import { coordinator, courseOf } from '../drafts/testing.ts';
import { addSomebody, type Somebody, useTestApi } from '../http/testing.ts';
import { asking, planned, publishNext, step, work } from '../migration/testing.ts';
import { tellOwnWithdrawals } from './own-withdrawal-letters.ts';
import { addCase, addEdition, publish } from './testing.ts';
import { WORKSHOP } from './testing-documents.ts';
import { tellWithdrawals } from './withdrawal-letters.ts';
import { startWorker } from './worker.ts';

const api = useTestApi();
const { server } = api;
const DAY_MS = 86_400_000;
const said = (text: string) => ({ it: text, en: `${text} (en)` });
// biome-ignore lint/suspicious/noExplicitAny: tests change any place of it
type Drawn = any;
let ada: Somebody;

beforeAll(async () => {
  ada = await coordinator(api);
});

// What a test left withdrawn is told before the next one begins.
beforeEach(async () => {
  await tellWithdrawals(server);
  await tellOwnWithdrawals(server);
});

/** The course, from which one can be called to a meeting, of which one is told. */
function meeting(id: string): Drawn {
  const course = courseOf(id);
  const at = { type: 'string', format: 'date-time', label: said('Quando') };
  course.data.properties.at = at;
  course.forms.meet = { type: 'object', properties: { at }, required: ['at'] };
  course.actions.MEET = { label: said('Convoca'), form: 'meet', roles: ['case-manager'] };
  course.messages.meet = {
    ...{ to: 'participant', subject: said('Vediamoci') },
    body: said('Ti aspetto {appointmentAt}'),
  };
  course.steps.meeting = { label: said('Incontro'), stage: 'one' };
  const { states } = course.machine;
  states.choosing.on.MEET = {
    target: '#meeting',
    actions: [{ type: 'record', params: { at: { answer: 'at' } } }],
  };
  states.meeting = {
    id: 'meeting',
    entry: [{ type: 'message', params: { message: 'meet' } }],
    invoke: interview('interview'),
    on: { LEAVE: { target: '#choosing' } },
  };
  return course;
}

const interview = (id: string, more: object = {}) => ({
  ...{ id, src: 'appointment', onDone: { target: '#choosing' }, onError: { target: '#choosing' } },
  input: {
    ...{ label: said('Primo colloquio'), assignee: { role: 'case-manager' } },
    ...{ at: { fact: 'case.at' }, ...more },
  },
});

let pathways = 0;

async function published(draw: (document: Drawn) => void = () => {}): Promise<string> {
  const document = meeting(`own-${++pathways}`);
  draw(document);
  const parsed = parseDocument(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await publish(server, parsed.document);
  return parsed.document.id;
}

const act = (id: string, action: string, answer = {}) =>
  step(server, id, { type: 'action', action, answer });
const inDays = (days: number) => new Date(server.clock().getTime() + days * DAY_MS).toISOString();

/** Called to a meeting a week from now, by letter. */
async function called(pathway: string, days = 7): Promise<string> {
  const id = await addCase(server, pathway, ada.id);
  await act(id, 'MEET', { at: inDays(days) });
  return id;
}

/** With a seat in the course, or waiting for one. */
async function enrolled(pathway: string, seats = 1): Promise<string> {
  const id = await addCase(server, pathway, ada.id);
  const edition = await addEdition(server, 'training', seats);
  await act(id, 'ENROL', { edition, acceptWaiting: true });
  return id;
}

/** Nobody meets any more, nobody attends: there is only a talk. */
const without = ({ machine: { states } }: Drawn) => {
  delete states.meeting.invoke;
  delete states.attending.invoke;
};

/** Carries everybody over to the next version. */
async function redrawn(pathway: string, draw: (document: Drawn) => void = without) {
  const stage = { pathway, ada } as never;
  const plan = await planned(api, stage, await publishNext(api, stage, draw));
  await api.ask('startMigration', asking(ada, plan.id, { revision: plan.revision }));
  return work(api, ada, plan.id);
}

async function takenBack({ id }: MigrationView): Promise<void> {
  await api.ask('takeBackMigration', asking(ada, id));
  await work(api, ada, id);
}

interface Letter {
  readonly case_id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

/** What youths were told since this was asked last. */
const seen = new Set<string>();
async function told(): Promise<Letter[]> {
  await tellOwnWithdrawals(server);
  const { rows } = await server.pool.query<Letter & { key: string }>(
    `select key, case_id, recipient, subject, body from outbox where key like 'own-%' order by id`,
  );
  const news = rows.filter(({ key }) => !seen.has(key));
  for (const { key } of news) seen.add(key);
  return news;
}

const somebodyTakesTheSeatOf = (caseId: string) =>
  server.pool.query(
    `update edition set taken = seats
     where id = (select edition_id from activity where case_id = $1 and kind = 'enrolment')`,
    [caseId],
  );

const participant = (caseId: string, set: string) =>
  server.pool.query(
    `update participant set ${set} where id = (select participant_id from "case" where id = $1)`,
    [caseId],
  );

describe('a youth is told', () => {
  beforeEach(told);

  it('that an appointment is cancelled which a new version withdrew, once, in plain words', async () => {
    const pathway = await published();
    const id = await called(pathway);
    await redrawn(pathway);
    const [letter, ...others] = await told();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ case_id: id, subject: 'Un appuntamento è annullato' });
    expect(letter!.recipient).toContain('@example.org');
    expect(letter!.body).toMatch(
      /^Ciao Ada,\nl’appuntamento «Primo colloquio», .* alle ore .*, è annullato: non serve venire\.\nAbbiamo cambiato il percorso: .*\/my-pathway#\S+\n\nPersona /,
    );
    expect(await told()).toEqual([]);
  });

  it('in their own language', async () => {
    const pathway = await published();
    await participant(await called(pathway), `language = 'en'`);
    await redrawn(pathway);
    expect(await told()).toMatchObject([
      {
        subject: 'An appointment is cancelled',
        body: expect.stringContaining('“Primo colloquio (en)”, on '),
      },
    ]);
  });

  it('as a group, where it is one', async () => {
    const pathway = await published();
    const set = `subject = 'group', first_name = null, group_name = 'III B', email = null,
      contact = 'terza.b@example.org'`;
    await participant(await called(pathway), set);
    await redrawn(pathway);
    const [letter] = await told();
    expect(letter).toMatchObject({ recipient: 'terza.b@example.org' });
    expect(letter!.body).toMatch(/^Buongiorno,\nl’appuntamento .* lo trovate qui: /s);
  });

  it('that a seat is no longer booked, and of a place on the waiting list that it is gone', async () => {
    const pathway = await published();
    const seat = await enrolled(pathway);
    const queue = await enrolled(pathway, 0);
    await redrawn(pathway);
    const letters = new Map((await told()).map((one) => [one.case_id, one]));
    expect(letters.get(seat)!.subject).toBe('Un posto non è più prenotato');
    expect(letters.get(queue)!.subject).toBe('Un posto in lista d’attesa non c’è più');
    expect(letters.get(queue)!.body).toContain('«Frequenza»');
    expect(letters.size).toBe(2);
  });

  it('by the sweep, which nobody asks', async () => {
    const pathway = await published();
    const id = await called(pathway);
    await redrawn(pathway);
    const worker = await startWorker(server);
    await worker.stop();
    const { rows } = await server.pool.query(
      `select from outbox where case_id = $1 and key like 'own-withdrawn:%'`,
      [id],
    );
    expect(rows).toHaveLength(1);
  });

  it('once, though two processes look at the same time', async () => {
    const pathway = await published();
    await called(pathway);
    await redrawn(pathway);
    await Promise.all([tellOwnWithdrawals(server), tellOwnWithdrawals(server)]);
    expect(await told()).toHaveLength(1);
  });

  it('at the address of now, where the first letter went to one of before', async () => {
    const pathway = await published();
    const id = await called(pathway);
    await participant(id, `email = 'corretta-${id}@example.org'`);
    await redrawn(pathway);
    expect(await told()).toMatchObject([{ recipient: `corretta-${id}@example.org` }]);
  });

  it('of what ended with a sub-pathway that the new version withdrew', async () => {
    const course = await published();
    const id = `${course}-around`;
    const around = structuredClone(WORKSHOP) as Drawn;
    const { states } = around.machine;
    states.sent.invoke.input.pathway = course;
    states.deciding.on.CALL.target = '#over';
    delete states.calling;
    delete around.steps.calling;
    const parsed = parseDocument({ ...around, id, machine: { ...around.machine, id } });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    await publish(server, parsed.document);
    const outer = await addCase(server, id, ada.id);
    await act(outer, 'SEND');
    const { rows } = await server.pool.query(`select id from "case" where parent_case_id = $1`, [
      outer,
    ]);
    await act(rows[0].id, 'MEET', { at: inDays(7) });
    await redrawn(id, ({ machine }) => {
      delete machine.states.sent.invoke;
    });
    expect(await told()).toMatchObject([
      { case_id: rows[0].id, subject: 'Un appuntamento è annullato' },
    ]);
  });
});

describe('a youth is told nothing', () => {
  beforeEach(told);

  it('by an ordinary step, which has the pathway’s own messages', async () => {
    const pathway = await published();
    await act(await called(pathway), 'LEAVE');
    await act(await enrolled(pathway), 'LEAVE');
    await redrawn(pathway);
    expect(await told()).toEqual([]);
  });

  it('of what no letter had told them', async () => {
    const pathway = await published(({ machine }) => {
      machine.states.meeting.entry = [];
    });
    await called(pathway);
    await redrawn(pathway);
    expect(await told()).toEqual([]);
  });

  it('of a letter that came back', async () => {
    const pathway = await published();
    const id = await called(pathway);
    await server.pool.query(`update outbox set status = 'failed' where case_id = $1`, [id]);
    await redrawn(pathway);
    expect(await told()).toEqual([]);
  });

  it.each([
    ['has no address', `email = null`],
    ['was erased', `erased_at = '2026-01-01T00:00:00Z'`],
  ])('who %s meanwhile, and the others are', async (_, set) => {
    const pathway = await published();
    const [first, other] = [await called(pathway), await called(pathway)];
    const plan = await redrawn(pathway);
    expect(plan.cases).toMatchObject({ moved: 2 });
    await participant(first, set);
    expect((await told()).map((one) => one.case_id)).toEqual([other]);
  });

  it('of an appointment that is over, or a course', async () => {
    const pathway = await published();
    await called(pathway, -1);
    const attended = await enrolled(pathway);
    await server.pool.query(
      `update edition set starts_on = '2020-01-01', ends_on = '2020-02-01'
       where id = (select edition_id from activity where case_id = $1 and kind = 'enrolment')`,
      [attended],
    );
    await redrawn(pathway);
    expect(await told()).toEqual([]);
  });

  it('where the same is to be held by somebody else, or has another name', async () => {
    const pathway = await published();
    await called(pathway);
    await redrawn(pathway, ({ machine: { states } }) => {
      states.meeting.invoke = interview('first-interview');
    });
    expect(await told()).toEqual([]);
    await redrawn(pathway, ({ machine: { states } }) => {
      states.meeting.invoke = interview('first-interview', { assignee: { role: 'coordinator' } });
    });
    expect(await told()).toEqual([]);
  });

  it('a day after the migration', async () => {
    const pathway = await published();
    await called(pathway);
    await redrawn(pathway);
    server.advanceBy(DAY_MS + 1000);
    expect(await told()).toEqual([]);
    server.advanceBy(-DAY_MS - 1000);
    expect(await told()).toHaveLength(1);
  });

  it('while the migration is under way', async () => {
    const pathway = await published();
    await called(pathway);
    const { id } = await redrawn(pathway);
    const set = (status: string) =>
      server.pool.query('update pathway_migration set status = $2 where id = $1', [id, status]);
    await set('running');
    expect(await told()).toEqual([]);
    await set('done');
    expect(await told()).toHaveLength(1);
  });
});

describe('what is taken back', () => {
  beforeEach(told);

  it('before the youth was told is told to nobody', async () => {
    const pathway = await published();
    await called(pathway);
    await takenBack(await redrawn(pathway));
    expect(await told()).toEqual([]);
  });

  it('afterwards is told once, and its next withdrawal again', async () => {
    const pathway = await published();
    await called(pathway);
    const plan = await redrawn(pathway);
    expect(await told()).toHaveLength(1);
    await takenBack(plan);
    expect(await told()).toMatchObject([
      {
        subject: 'L’appuntamento vale ancora',
        body: expect.stringMatching(
          /«Primo colloquio», .*, era annullato\. Invece vale ancora\.\nScusaci/,
        ),
      },
    ]);
    expect(await told()).toEqual([]);
    await redrawn(pathway, (document) => {
      document.title = said('Di nuovo');
    });
    expect(await told()).toMatchObject([{ subject: 'Un appuntamento è annullato' }]);
  });

  it('gives the seat back, or a place in the queue where somebody took it', async () => {
    const pathway = await published();
    const [kept, lost] = [await enrolled(pathway), await enrolled(pathway)];
    const plan = await redrawn(pathway);
    expect(await told()).toHaveLength(2);
    await somebodyTakesTheSeatOf(lost);
    await takenBack(plan);
    const letters = new Map((await told()).map((one) => [one.case_id, one.subject]));
    expect(letters).toEqual(
      new Map([
        [kept, 'Il posto è di nuovo prenotato'],
        [lost, 'In lista d’attesa, per ora'],
      ]),
    );
  });

  it('within minutes leaves who lost the seat meanwhile on the waiting list, and says so once', async () => {
    const pathway = await published();
    // One keeps a seat, one waited before: to both of them nothing has happened.
    const [lost] = [await enrolled(pathway), await enrolled(pathway), await enrolled(pathway, 0)];
    const plan = await redrawn(pathway);
    await somebodyTakesTheSeatOf(lost);
    await takenBack(plan);
    expect(await told()).toMatchObject([{ case_id: lost, subject: 'In lista d’attesa, per ora' }]);
    expect(await told()).toEqual([]);
  });

  it('takes a seat from them that the new version gave them, which is told for a day', async () => {
    const pathway = await published(without);
    const { invoke } = meeting('any').machine.states.attending;
    await enrolled(pathway);
    const plan = await redrawn(pathway, ({ machine }) => {
      machine.states.attending.invoke = invoke;
    });
    expect(await told()).toEqual([]);
    await takenBack(plan);
    server.advanceBy(DAY_MS + 1000);
    expect(await told()).toEqual([]);
    server.advanceBy(-DAY_MS - 1000);
    expect(await told()).toMatchObject([{ subject: 'Un posto non è più prenotato' }]);
  });
});

it('partners have their letters besides, of the same seat, each once', async () => {
  await told();
  const partner = await addSomebody(server, ['partner-operator'], 'cesvip');
  const pathway = await published();
  const id = await enrolled(pathway);
  await server.pool.query(
    `update activity set status = 'accepted', person_id = $2
     where case_id = $1 and kind = 'enrolment'`,
    [id, partner.id],
  );
  const plan = await redrawn(pathway);
  const both = async () => {
    const own = await told();
    await tellWithdrawals(server);
    const { rows } = await server.pool.query(
      `delete from outbox where key like 'withdrawn:%' or key like 'there-again:%'
       returning subject`,
    );
    return [...own, ...rows].map(({ subject }) => subject);
  };
  await server.pool.query(`delete from outbox where key like 'withdrawn:%'`);
  expect(await both()).toEqual(['Un posto non è più prenotato', 'Un compito non serve più']);
  await takenBack(plan);
  expect(await both()).toEqual(['Il posto è di nuovo prenotato', 'Un compito serve di nuovo']);
  expect(await both()).toEqual([]);
});
