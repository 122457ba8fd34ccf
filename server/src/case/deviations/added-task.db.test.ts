import { describe, expect, it } from 'vitest';
import type { Somebody } from '../../http/testing.ts';
import { addedTask, deskOf, rowsOf, useStaff } from './testing.ts';

const { api, server, staff, desk } = useStaff();

const LABEL = '<b onclick="x">Chiamare</b> & vedere';
const DUE = '2026-12-01T09:00:00.000Z';
const task = (more: object = {}) => addedTask({ label: LABEL, ...more });

const tasksOf = async (who: Somebody, caseId?: string) =>
  (await api.ask('listTasks', { as: who.token, query: { limit: 200 } })).tasks.filter(
    (one: { caseId: string | null; activity: string }) =>
      one.activity.startsWith('ad-hoc/') && (!caseId || one.caseId === caseId),
  );

/** A partner is not told whose task it is: it is found by the row of its case. */
async function seenBy(who: Somebody, caseId: string) {
  const { rows } = await server.pool.query(
    `SELECT id FROM activity WHERE case_id = $1 AND activity LIKE 'ad-hoc/%'`,
    [caseId],
  );
  return (await tasksOf(who)).find(({ id }: { id: string }) => id === rows[0].id);
}

describe('an added task', () => {
  it('is on the list of whoever is to do it, under its label, and is done with its form', async () => {
    const mine = await desk();
    await mine.deviate(task({ dueAt: DUE, form: 'talked' }));
    const [added] = await tasksOf(staff.manager, mine.id);
    expect(added).toMatchObject({ label: { it: LABEL, en: LABEL }, dueAt: DUE, may: ['complete'] });
    expect(added.schema.properties).toHaveProperty('notes');
    const answer = { turns: 4, notes: 'Detto in privato' };
    const params = { id: added.id };
    await api.ask('completeTask', { as: staff.manager.token, params, body: { answer } });
    const [line] = await mine.trace();
    expect(line.words.it).toBe(`${LABEL}: fatto`);
    expect(line.answers.map(({ value }: { value: string }) => value)).toEqual([
      '4',
      'Detto in privato',
    ]);
    const view = await mine.read();
    expect(view.facts.find(({ name }: { name: string }) => name === 'turns').value).toBe(0);
    expect(await tasksOf(staff.manager, mine.id)).toEqual([]);
    await mine.expectProof();
  });

  it('is a coordinator’s where it is given to them', async () => {
    const mine = await desk();
    await mine.deviate(task({ assignee: { role: 'coordinator' } }));
    const [added] = await tasksOf(staff.coordinator, mine.id);
    const done = { as: staff.coordinator.token, params: { id: added.id }, body: { answer: {} } };
    await api.askInVain('completeTask', 'forbidden', { ...done, as: staff.manager.token });
    await api.ask('completeTask', done);
    await mine.expectProof();
  });

  it('that a partner has accepted is not withdrawn, nor is a step left, without a word', async () => {
    const mine = await desk();
    await mine.act('VISIT');
    await mine.deviate(task({ assignee: { organisation: 'cesvip' } }));
    const leaving = () => mine.preview({ type: 'go-back', to: 'choosing' });
    const withdrawing = (activity: string) => mine.preview({ type: 'withdraw-task', activity });
    const { activities } = await mine.read();
    const added = activities.find(({ label }: { label: { it: string } }) => label.it === LABEL);
    expect([(await leaving()).lasting, (await withdrawing(added.activity)).lasting]).toEqual([
      [],
      [],
    ]);
    for (const { id } of activities.filter(({ status }: { status: string }) => status === 'open')) {
      await api.ask('acceptTask', { as: staff.partner.token, params: { id } });
    }
    const told = (label: string) => [
      { about: 'activity', words: { it: expect.stringContaining(`«${label}» è già in mano a`) } },
    ];
    expect((await leaving()).lasting).toMatchObject(told('Visitare'));
    expect((await withdrawing(added.activity)).lasting).toMatchObject(told(LABEL));
  });

  it('of a partner is told by mail, seen, accepted and done by them', async () => {
    const mine = await desk();
    const { changes } = await mine.preview(task({ assignee: { organisation: 'cesvip' } }));
    expect(changes.at(-1)).toEqual({
      about: 'message',
      words: { it: 'Parte un messaggio a «cesvip».', en: 'A message is sent to “cesvip”.' },
    });
    await mine.deviate(task({ assignee: { organisation: 'cesvip' }, dueAt: DUE }));
    const { rows } = await server.pool.query(
      `SELECT recipient, subject, body FROM outbox WHERE case_id = $1 AND key LIKE '%added-task%'`,
      [mine.id],
    );
    expect(rows).toHaveLength(1);
    // The label may name the youth: it is kept out of the subject.
    expect(rows[0]).toMatchObject({ recipient: staff.partner.email, subject: 'Un nuovo compito' });
    expect(rows[0].body).toContain(LABEL);
    expect(rows[0].body).toMatch(/1 dicembre 2026.*\/desk\/tasks$/s);
    const seen = await seenBy(staff.partner, mine.id);
    expect(seen).toMatchObject({ label: { it: LABEL }, caseId: null, contact: null });
    const asked = { as: staff.partner.token, params: { id: seen.id } };
    await api.askInVain('completeTask', 'activity-not-open', { ...asked, body: { answer: {} } });
    await api.ask('acceptTask', asked);
    await api.ask('completeTask', { ...asked, body: { answer: {} } });
    await mine.expectProof();
    await mine.undoRefused('undo-partner');
  });

  it('that a partner declines tells why to the team', async () => {
    const mine = await desk();
    await mine.deviate(task({ assignee: { organisation: 'cesvip' } }));
    const seen = await seenBy(staff.partner, mine.id);
    const body = { reason: 'Non possiamo' };
    await api.ask('declineTask', { as: staff.partner.token, params: { id: seen.id }, body });
    const read = await api.ask('readTask', { as: staff.manager.token, params: { id: seen.id } });
    expect(read).toMatchObject({ status: 'declined', declineReason: 'Non possiamo' });
    await mine.expectProof();
    await mine.undoRefused('undo-partner');
  });

  it('for an organisation where nobody has an account is told to be seen by nobody', async () => {
    await server.pool.query(
      `INSERT INTO organisation (id, name, kind, delivers, position)
       VALUES ('vuota', 'Vuota', 'partner', '{"it":"","en":""}', 9)`,
    );
    const mine = await desk();
    const { changes } = await mine.preview(task({ assignee: { organisation: 'vuota' } }));
    expect(changes.at(-1).words.it).toContain('nessuno vedrà il compito');
    await mine.deviate(task({ assignee: { organisation: 'vuota' } }));
  });

  it('survives every step, is withdrawn by whoever added it, and never has its number again', async () => {
    const mine = await desk();
    await mine.deviate(task());
    await mine.act('TURN');
    await mine.deviate({ type: 'go-to', to: 'late' });
    const { tasks } = await mine.deviations();
    expect(tasks).toMatchObject([{ activity: 'ad-hoc/2', label: { it: LABEL } }]);
    const { changes } = await mine.preview({ type: 'withdraw-task', activity: 'ad-hoc/2' });
    expect(changes).toEqual([
      {
        about: 'activity',
        words: {
          it: `Il compito «${LABEL}» viene ritirato.`,
          en: `The task “${LABEL}” is withdrawn.`,
        },
      },
    ]);
    await mine.deviate({ type: 'withdraw-task', activity: 'ad-hoc/2' });
    expect(await tasksOf(staff.manager, mine.id)).toEqual([]);
    await mine.deviate(task());
    expect((await mine.deviations()).tasks).toMatchObject([{ activity: 'ad-hoc/6' }]);
    await mine.expectProof();
  });

  it('is withdrawn where the case ends, and is there again where its end is undone', async () => {
    const mine = await desk();
    await mine.deviate(task({ dueAt: DUE }));
    const before = await rowsOf(api, mine.id);
    const office = deskOf(api, staff.coordinator, mine.id);
    await office.act('STOP');
    expect(await tasksOf(staff.manager, mine.id)).toEqual([]);
    await office.undo();
    expect(await rowsOf(api, mine.id)).toBe(before);
    expect(await tasksOf(staff.manager, mine.id)).toHaveLength(1);
    await mine.expectProof();
  });

  it('is there no more than thirty times', async () => {
    const mine = await desk();
    for (let n = 0; n < 30; n += 1) await mine.deviate(task());
    const problem = await mine.refused('task-invalid', task());
    expect(problem.detail).toContain('30');
    await mine.expectProof();
  });
});
