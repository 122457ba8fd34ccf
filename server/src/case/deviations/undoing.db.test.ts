import { beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '../../access/sessions.ts';
import { addSomebody } from '../../http/testing.ts';
import { endSubCase } from '../sub-case-end.ts';
import { addEdition, COURSE, publish } from '../testing.ts';
import { WORKSHOP } from '../testing-documents.ts';
import { fireDueTimers } from '../timers.ts';
import { actAsYouth, deskOf, newKey, rowsOf, useStaff } from './testing.ts';

const { api, server, staff, desk } = useStaff();
const DAY_MS = 86_400_000;

beforeAll(async () => {
  await publish(server, COURSE);
  await publish(server, WORKSHOP);
});

type Desk = Awaited<ReturnType<typeof desk>>;

/** Days later; whoever was signed in signs in again. */
async function inDays(days: number, mine: Desk, run: (later: Desk) => Promise<void>) {
  server.advanceBy(days * DAY_MS);
  try {
    const as = { ...staff.manager, token: await openSession(server, staff.manager.id) };
    await run({ ...deskOf(api, as, mine.id), id: mine.id });
  } finally {
    server.advanceBy(-days * DAY_MS);
  }
}

/** The same case at a coordinator’s desk. */
const office = ({ id }: Desk): Desk => ({ id, ...deskOf(api, staff.coordinator, id) });

const taskNamed = async (mine: Desk, activity: string) =>
  (await mine.read()).activities.find((one: { activity: string }) => one.activity === activity);

async function complete(
  mine: Desk,
  activity: string,
  answer = {},
  as = staff.manager,
): Promise<void> {
  const { id } = await taskNamed(mine, activity);
  await api.ask('completeTask', { as: as.token, params: { id }, body: { answer } });
}

const statusOf = async (edition: string) =>
  (
    await server.pool.query(
      `SELECT e.taken, array(SELECT n.status FROM enrolment n WHERE n.edition_id = e.id
         ORDER BY n.seq) AS statuses FROM edition e WHERE e.id = $1`,
      [edition],
    )
  ).rows[0];

describe('undoing the last step gives back the state and the rows', () => {
  const edition = () => addEdition(server, 'training', 3);
  const steps: [string, (mine: Desk) => Promise<unknown>][] = [
    ['an action that begins the step anew', (mine) => mine.act('TURN')],
    ['an action that opens a partner’s task', (mine) => mine.act('VISIT')],
    ['an enrolment', async (mine) => mine.act('ENROL', { edition: await edition() })],
    ['a task with its answer', (mine) => complete(mine, 'talk', { turns: 7, notes: 'Privato' })],
    ['a move', (mine) => mine.deviate({ type: 'go-to', to: 'visiting' })],
    ['a skip', (mine) => mine.deviate({ type: 'skip', from: 'choosing', to: 'late' })],
    [
      'an added task',
      (mine) =>
        mine.deviate({ type: 'add-task', label: 'Telefonare', assignee: { role: 'coordinator' } }),
    ],
    [
      'a correction',
      async (mine) => {
        const body = { data: { turns: 12 }, note: 'una svista' };
        await api.ask('correctCase', { ...(await mine.deviating({})), body });
      },
    ],
  ];
  it.each(steps)('%s', async (_, take) => {
    const mine = await desk();
    const before = await rowsOf(api, mine.id);
    const revision = await mine.now();
    await take(mine);
    expect(await rowsOf(api, mine.id)).not.toBe(before);
    const { undo } = await mine.deviations();
    expect(undo).toMatchObject({ of: 1, refusal: null, by: { kind: 'person' } });
    const preview = await mine.preview({ type: 'undo', of: 1 });
    expect(preview.steps.map(({ step }: { step: string }) => step)).toEqual(['choosing']);
    const acted = await mine.undo();
    expect(acted).toMatchObject({ revision: revision + 2, status: 'active', steps: ['choosing'] });
    expect(withoutSeats(await rowsOf(api, mine.id))).toBe(withoutSeats(before));
    await mine.expectProof();
    await mine.undoRefused('nothing-to-undo');
  });

  it('the end, for those who may end it', async () => {
    const mine = await desk();
    const before = await rowsOf(api, mine.id);
    await office(mine).act('STOP');
    expect((await office(mine).deviations()).undo).toMatchObject({ of: 1, refusal: null });
    expect(await office(mine).undo()).toMatchObject({ status: 'active', steps: ['choosing'] });
    expect(await rowsOf(api, mine.id)).toBe(before);
    await mine.expectProof();
  });

  // Editions are added on the way.
  const withoutSeats = (rows: string) => JSON.stringify({ ...JSON.parse(rows), seats: null });

  it('several times, one after the other, down to the beginning', async () => {
    const mine = await desk();
    const before: string[] = [];
    const takes = [
      () => mine.act('TURN'),
      () => mine.act('VISIT'),
      () => mine.act('LEAVE'),
      () => mine.deviate({ type: 'add-task', label: 'Uno', assignee: { organisation: 'cesvip' } }),
      () => mine.act('TURN'),
      () => complete(mine, 'talk', { turns: 3 }),
      () => mine.deviate({ type: 'withdraw-task', activity: 'ad-hoc/5' }),
      () => mine.deviate({ type: 'go-back', to: 'visiting' }),
    ];
    for (const take of takes) {
      before.push(await rowsOf(api, mine.id));
      await take();
    }
    for (const rows of before.toReversed()) {
      await mine.undo();
      expect(await rowsOf(api, mine.id)).toBe(rows);
    }
    await mine.expectProof();
    // And on from there.
    await mine.act('VISIT');
    await mine.undo();
    await mine.expectProof();
  });

  it('and names the very line of it, of several of one instant and with others after it', async () => {
    const mine = await desk();
    await mine.act('TURN');
    const [turn] = await mine.trace();
    await mine.deviate({ type: 'add-task', label: 'Chiamare', assignee: { role: 'case-manager' } });
    await mine.undo();
    expect((await mine.deviations()).undo).toMatchObject({ of: 1, revision: turn.revision });
  });

  it('and tells what was undone, but no longer shows what was said', async () => {
    const mine = await desk();
    await complete(mine, 'talk', { turns: 7, notes: 'Privato' });
    expect(JSON.stringify(await mine.trace())).toContain('Privato');
    await mine.undo();
    const [undoing, undone] = await mine.trace();
    expect(undoing).toMatchObject({ kind: 'undo', words: { it: 'Annullato: Colloquio: fatto' } });
    expect(undoing.answers[0].label.it).toBe('Motivo');
    expect(undone).toMatchObject({ kind: 'done', answers: [], undoneBy: undoing.revision });
    const view = await mine.read();
    expect(JSON.stringify(view)).not.toContain('Privato');
    expect(view.walkedSteps).toEqual(['choosing']);
    expect(view.facts.find(({ name }: { name: string }) => name === 'turns').value).toBe(0);
  });

  it('with its time limits, those that have passed too: they run out at once', async () => {
    const mine = await desk();
    await inDays(2, mine, (later) => later.act('VISIT'));
    await inDays(20, mine, async (later) => {
      const { changes } = await later.preview({ type: 'undo', of: 1 });
      expect(JSON.stringify(changes)).toContain('scade subito');
      await later.undo();
      const only = { caseId: mine.id, timer: 'xstate.after.P7D.choosing' };
      expect(await fireDueTimers(server, only)).toBe(1);
      expect((await later.read()).steps[0].step).toBe('late');
      await later.expectProof();
    });
  });

  const mailOf = async ({ id }: Desk) => {
    const sql = 'SELECT subject, status FROM outbox WHERE case_id = $1 ORDER BY key';
    return (await server.pool.query(sql, [id])).rows;
  };
  const deliver = ({ id }: Desk) =>
    server.pool.query("UPDATE outbox SET status = 'sent' WHERE case_id = $1", [id]);

  it('and calls back the messages that have not left yet', async () => {
    const mine = await desk();
    await deliver(mine);
    const before = await mailOf(mine);
    await mine.act('ENROL', { edition: await edition() });
    expect(await mailOf(mine)).toHaveLength(before.length + 1);
    const { changes, lasting } = await mine.preview({ type: 'undo', of: 1 });
    expect(JSON.stringify(changes)).toContain(
      'Il messaggio «Un posto» non è ancora partito: non parte più.',
    );
    expect(JSON.stringify(lasting)).not.toContain('Un posto');
    await mine.undo();
    expect(await mailOf(mine)).toEqual(before);
    await mine.expectProof();
  });

  it('but not those that have left', async () => {
    const mine = await desk();
    await mine.act('TURN');
    await deliver(mine);
    const sent = await mailOf(mine);
    const { changes, lasting } = await mine.preview({ type: 'undo', of: 1 });
    expect(JSON.stringify(changes)).not.toContain('non parte più');
    expect(JSON.stringify(lasting)).toContain('«Ciao {firstName}» è già partito');
    await mine.undo();
    expect(await mailOf(mine)).toEqual(sent);
  });

  it('nor those that were tried once: they may have arrived all the same', async () => {
    const mine = await desk();
    await mine.act('TURN');
    await server.pool.query('UPDATE outbox SET attempts = 1 WHERE case_id = $1', [mine.id]);
    const tried = await mailOf(mine);
    const { changes, lasting } = await mine.preview({ type: 'undo', of: 1 });
    expect(JSON.stringify(changes)).not.toContain('non parte più');
    expect(JSON.stringify(lasting)).toContain('«Ciao {firstName}» può essere già partito');
    await mine.undo();
    expect(await mailOf(mine)).toEqual(tried);
  });

  it('nor one that is being sent this very moment', async () => {
    const mine = await desk();
    await mine.act('TURN');
    const client = await server.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT FROM outbox WHERE case_id = $1 FOR UPDATE', [mine.id]);
      await mine.undo();
      await client.query('COMMIT');
    } finally {
      client.release();
    }
    expect(await mailOf(mine)).toHaveLength(2);
  });

  it('and gives the seat back that was given up, attending as before', async () => {
    const mine = await desk();
    const id = await addEdition(server, 'training', 1);
    await mine.act('ENROL', { edition: id });
    const { id: taskId } = await taskNamed(mine, 'course-enrolment');
    await api.ask('acceptTask', { as: staff.partner.token, params: { id: taskId } });
    const before = await rowsOf(api, mine.id);
    await mine.act('LEAVE');
    expect(await statusOf(id)).toEqual({ taken: 0, statuses: ['dropped'] });
    await mine.undo();
    expect(await rowsOf(api, mine.id)).toBe(before);
    expect(await statusOf(id)).toEqual({ taken: 1, statuses: ['attending'] });
    // The enrolment too, though the partner has accepted it: they are to be told.
    const { lasting } = await mine.preview({ type: 'undo', of: 1 });
    expect(JSON.stringify(lasting)).toContain('è già in mano a cesvip');
    await mine.undo();
    expect(await statusOf(id)).toEqual({ taken: 0, statuses: ['dropped'] });
    await mine.expectProof();
  });

  it('puts whoever waited at their old place in the queue', async () => {
    const id = await addEdition(server, 'training', 1);
    const [first, second, third] = [await desk(), await desk(), await desk()];
    for (const mine of [first, second, third]) {
      await mine.act('ENROL', { edition: id, acceptWaiting: true });
    }
    await second.act('LEAVE');
    await second.undo();
    expect(await statusOf(id)).toEqual({ taken: 1, statuses: ['enrolled', 'waiting', 'waiting'] });
    await first.act('LEAVE');
    expect(await statusOf(id)).toEqual({ taken: 1, statuses: ['dropped', 'enrolled', 'waiting'] });
    const refusal = (await first.deviations()).undo.refusal;
    expect(refusal).toMatchObject({ code: 'undo-seat' });
    expect(refusal.reason.it).toContain('dato a qualcun altro');
    const before = await rowsOf(api, first.id);
    await first.undoRefused('undo-seat');
    expect(await rowsOf(api, first.id)).toBe(before);
    await second.expectProof();
  });

  it('of two who want the one seat back at once, one gets it', async () => {
    const id = await addEdition(server, 'training', 2);
    const [one, two] = [await desk(), await desk()];
    for (const mine of [one, two]) {
      await mine.act('ENROL', { edition: id });
      await mine.act('LEAVE');
    }
    await server.pool.query('UPDATE edition SET seats = 1 WHERE id = $1', [id]);
    const asked = [
      await one.deviating({ type: 'undo', of: 2 }),
      await two.deviating({ type: 'undo', of: 2 }),
    ];
    const sent = await Promise.all(asked.map((asking) => api.send('deviate', asking)));
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await statusOf(id)).taken).toBe(1);
    await one.expectProof();
    await two.expectProof();
  });
});

describe('undoing is refused', () => {
  it('at the beginning', async () => {
    const mine = await desk();
    const problem = await mine.undoRefused('nothing-to-undo');
    expect(problem.detail).toBeTruthy();
    expect((await mine.deviations()).undo).toBeNull();
  });

  it('for what a partner did', async () => {
    const mine = await desk();
    await mine.act('VISIT');
    const { id } = await taskNamed(mine, 'visit');
    await api.ask('acceptTask', { as: staff.partner.token, params: { id } });
    const body = { answer: {} };
    await api.ask('completeTask', { as: staff.partner.token, params: { id }, body });
    const { undo } = await mine.deviations();
    expect(undo.refusal).toMatchObject({
      code: 'undo-partner',
      unlock: { it: expect.any(String) },
    });
    const problem = await mine.undoRefused('undo-partner');
    expect(problem.unlock).toHaveLength(1);
    // What is told to be possible is.
    await mine.deviate({ type: 'go-back', to: 'choosing' });
    await mine.expectProof();
  });

  it('for an action that only others may take', async () => {
    const mine = await desk();
    await office(mine).act('STOP');
    const before = await rowsOf(api, mine.id);
    const { refusal } = (await mine.deviations()).undo;
    expect(refusal).toMatchObject({
      code: 'undo-role',
      reason: { it: 'Lo può annullare: chi coordina.', en: 'It can be undone by a coordinator.' },
    });
    const body = { type: 'undo', of: 1 };
    const asking = { as: staff.manager.token, params: { id: mine.id }, body };
    const problem = await api.askInVain('previewDeviation', 'undo-role', asking);
    expect(problem).toMatchObject({ status: 403, detail: refusal.reason.it });
    await mine.undoRefused('undo-role');
    expect(await rowsOf(api, mine.id)).toBe(before);
  });

  it('for a task that only others may do, but not for a coordinator', async () => {
    const mine = await desk();
    const assignee = { role: 'coordinator' } as const;
    await mine.deviate({ type: 'add-task', label: 'Firmare', assignee });
    await complete(mine, 'ad-hoc/2', {}, staff.coordinator);
    await mine.undoRefused('undo-role');
    // What case managers do, coordinators may undo as well.
    await office(mine).undo();
    await mine.act('TURN');
    await office(mine).undo();
    await mine.expectProof();
  });

  it('for a correction, if the case is only shared', async () => {
    const mine = await desk();
    const guest = await addSomebody(server, ['case-manager']);
    const shared = 'INSERT INTO case_share (case_id, person_id) VALUES ($1, $2)';
    await server.pool.query(shared, [mine.id, guest.id]);
    const body = { data: { turns: 12 }, note: 'una svista' };
    await api.ask('correctCase', { ...(await mine.deviating({})), body });
    await deskOf(api, guest, mine.id).undoRefused('undo-role');
    await mine.undo();
  });

  it('for what the youth did', async () => {
    const mine = await desk();
    await mine.act('ENROL', { edition: await addEdition(server, 'training', 1) });
    await actAsYouth(api, mine.id, 'LEAVE');
    expect((await mine.deviations()).undo).toMatchObject({
      by: { kind: 'youth' },
      refusal: { code: 'undo-youth' },
    });
    await mine.undoRefused('undo-youth');
  });

  it('for a time limit that ran out', async () => {
    const mine = await desk();
    await inDays(8, mine, async () => {
      const only = { caseId: mine.id, timer: 'xstate.after.P7D.choosing' };
      expect(await fireDueTimers(server, only)).toBe(1);
    });
    expect((await mine.deviations()).undo.by.kind).toBe('system');
    await mine.undoRefused('undo-timer');
  });

  it('where facts were erased; so is going back', async () => {
    const mine = await desk();
    await mine.act('TURN');
    await server.pool.query(
      'UPDATE trace_entry SET facts = NULL, salt = NULL WHERE case_id = $1 AND revision = 1',
      [mine.id],
    );
    expect(await mine.deviations()).toMatchObject({ undo: null, goBack: [] });
    await mine.undoRefused('trace-erased');
    await mine.refused('trace-erased', { type: 'go-back', to: 'choosing' });
    await mine.deviate({ type: 'go-to', to: 'late' });
  });

  it('where the trace does not give the state', async () => {
    const mine = await desk();
    await mine.act('TURN');
    await server.pool.query(
      `UPDATE "case" SET snapshot = replace(snapshot, '"turns":1', '"turns":2') WHERE id = $1`,
      [mine.id],
    );
    await mine.undoRefused('trace-broken');
  });

  it('of another step than the one that was seen', async () => {
    const mine = await desk();
    await mine.act('TURN');
    await mine.refused('undo-outdated', { type: 'undo', of: 2 });
    await mine.refused('undo-outdated', { type: 'undo', of: 0 });
    await mine.deviate({ type: 'undo', of: 1 });
    await mine.refused('undo-outdated', { type: 'undo', of: 1 });
  });

  it('at once with an action: one of the two happens', async () => {
    const mine = await desk();
    await mine.act('TURN');
    const undo = await mine.deviating({ type: 'undo', of: 1 });
    const turn = { ...(await mine.deviating({})), body: { action: 'TURN' }, key: newKey() };
    const sent = await Promise.all([
      api.send('deviate', undo),
      api.send('act', turn),
      api.send('deviate', { ...undo, key: newKey() }),
    ]);
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    expect(await mine.now()).toBe(3);
    await mine.expectProof();
  });
});

describe('a sub-pathway', () => {
  const childOf = async (mine: Desk) => {
    const { subCase } = await taskNamed(mine, 'course-case');
    return { id: subCase as string, ...deskOf(api, staff.manager, subCase) };
  };

  it('that has just begun ends where its beginning is undone', async () => {
    const mine = await desk(staff.manager, 'workshop');
    await mine.act('SEND');
    const child = await childOf(mine);
    await mine.undo();
    expect(await child.read()).toMatchObject({ status: 'done', outcome: 'withdrawn' });
    await child.undoRefused('case-ended');
    await mine.expectProof();
    await child.expectProof();
  });

  it('that has gone on keeps its beginning from being undone', async () => {
    const mine = await desk(staff.manager, 'workshop');
    await mine.act('SEND');
    const child = await childOf(mine);
    await child.act('TURN');
    expect((await mine.deviations()).undo.refusal.code).toBe('undo-sub-case');
    await mine.undoRefused('undo-sub-case');
    expect((await child.read()).status).toBe('active');
  });

  it('begins anew where its withdrawal is undone', async () => {
    const mine = await desk(staff.manager, 'workshop');
    await mine.act('SEND');
    const child = await childOf(mine);
    await mine.act('RECALL');
    const { lasting } = await mine.preview({ type: 'undo', of: 2 });
    expect(JSON.stringify(lasting)).toContain('ricomincia da capo');
    await mine.undo();
    const next = await childOf(mine);
    expect(next.id).not.toBe(child.id);
    expect((await next.read()).status).toBe('active');
    // And the new one ends where the beginning of the first is undone, too.
    await mine.undo();
    expect((await next.read()).status).toBe('done');
    await mine.expectProof();
  });

  it('whose end is known to the case around it is not begun again', async () => {
    const mine = await desk(staff.manager, 'workshop');
    await mine.act('SEND');
    const child = await childOf(mine);
    const stop = { ...(await child.deviating({})), as: staff.coordinator.token };
    await api.ask('act', { ...stop, body: { action: 'STOP' } });
    await child.undoRefused('undo-sub-case');
    await endSubCase(server, child.id);
    expect((await mine.read()).status).toBe('done');
    await mine.undoRefused('undo-elsewhere');
  });

  it('of which the two are asked at once: the child goes on, or its beginning is undone', async () => {
    const mine = await desk(staff.manager, 'workshop');
    await mine.act('SEND');
    const child = await childOf(mine);
    const turn = { ...(await child.deviating({})), body: { action: 'TURN' } };
    const undo = await mine.deviating({ type: 'undo', of: 1 });
    const [turned, undone] = await Promise.all([api.send('act', turn), api.send('deviate', undo)]);
    expect([turned.status, undone.status].filter((status) => status === 200)).toHaveLength(1);
    await mine.expectProof();
    await child.expectProof();
  });

  it('can itself be deviated', async () => {
    const mine = await desk(staff.manager, 'workshop');
    await mine.act('SEND');
    const child = await childOf(mine);
    await child.deviate({ type: 'go-to', to: 'late' });
    await child.undo();
    expect((await child.read()).steps[0].step).toBe('choosing');
    await child.expectProof();
  });

  it('and a request to a service are begun by a move, too', async () => {
    const mine = await desk(staff.manager, 'workshop');
    await mine.deviate({ type: 'go-to', to: 'sent' });
    expect((await childOf(mine)).id).toBeTruthy();
    await mine.deviate({ type: 'go-to', to: 'calling' });
    const { rowCount } = await server.pool.query(
      `SELECT FROM activity WHERE case_id = $1 AND kind = 'service' AND status = 'open'`,
      [mine.id],
    );
    expect(rowCount).toBe(1);
    await mine.expectProof();
  });
});
