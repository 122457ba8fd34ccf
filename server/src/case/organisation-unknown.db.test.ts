import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { addSomebody, type Somebody, useTestApi } from '../http/testing.ts';
import { advanceCase } from './advance-case.ts';
import { deskOf } from './deviations/testing.ts';
import { loadCase } from './load-case.ts';
import { endSubCase, endUntoldSubCases } from './sub-case-end.ts';
import { addCase, addOrganisation, COURSE, publish } from './testing.ts';
import { WORKSHOP } from './testing-documents.ts';
import { fireDueTimers } from './timers.ts';

const api = useTestApi();
const { server } = api;
const DAY_MS = 86_400_000;
let manager: Somebody;

const label = (text: string) => ({ it: text, en: text });

/** A step whose work is given to an organisation that nobody knows. */
const visiting = (organisation: string) => ({
  id: 'visiting',
  invoke: {
    id: 'visit',
    src: 'task',
    input: { label: label('Visitare'), assignee: { organisation } },
  },
});

/** The course, from which an action, a task and a time limit lead to such a step. */
function courseTo(id: string, organisation: string, initial = 'choosing') {
  const { choosing } = COURSE.machine.states;
  const target = '#visiting';
  const states = {
    ...COURSE.machine.states,
    choosing: {
      ...choosing,
      invoke: { ...choosing.invoke, onDone: { target } },
      after: { P7D: { target } },
      on: { ...choosing.on, TURN: { target } },
    },
    visiting: visiting(organisation),
  };
  const machine = { ...COURSE.machine, id, initial, states };
  const steps = { ...COURSE.steps, visiting: { label: label('Visita'), stage: 'one' } };
  return { ...COURSE, id, machine, steps };
}

/** The workshop, which goes there when its sub-case ends. */
function workshopTo(id: string, organisation: string) {
  const { sent } = WORKSHOP.machine.states;
  const states = {
    ...WORKSHOP.machine.states,
    sent: { ...sent, invoke: { ...sent.invoke, onDone: { target: '#visiting' } } },
    visiting: visiting(organisation),
  };
  const machine = { ...WORKSHOP.machine, id, states };
  return {
    ...WORKSHOP,
    id,
    machine,
    steps: { ...WORKSHOP.steps, visiting: { label: label('V') } },
  };
}

beforeAll(async () => {
  manager = await addSomebody(server, ['case-manager']);
  await publish(server, COURSE);
  await publish(server, courseTo('orphan', 'nobody'));
  await publish(server, courseTo('orphan-begun', 'nobody', 'visiting'));
});
beforeEach(() => vi.restoreAllMocks());

const WORDS =
  '«Visitare» è affidato a un’organizzazione che non c’è. Nel dato del caso va indicata';

describe('where work is given to an organisation that is not there', () => {
  it('an action and a task are refused in words, and nothing is lost', async () => {
    const id = await addCase(server, 'orphan', manager.id);
    const before = await loadCase(server.pool, id);
    const mine = deskOf(api, manager, id);
    const body = { action: 'TURN', answer: {} };
    const asking = { ...(await mine.deviating({})), body };
    expect(await api.askInVain('act', 'organisation-unknown', asking)).toMatchObject({
      status: 409,
      detail: expect.stringContaining(WORDS),
    });
    const [task] = (await mine.read()).activities;
    const done = { as: manager.token, params: { id: task.id }, body: { answer: {} } };
    await api.askInVain('completeTask', 'organisation-unknown', done);
    expect(await loadCase(server.pool, id)).toEqual(before);
    await mine.expectProof();
  });

  it('harms no other step that is written with it', async () => {
    const ids = await Promise.all(
      ['orphan', 'course', 'orphan', 'course'].map((one) => addCase(server, one, manager.id)),
    );
    const acted = await Promise.all(
      ids.map((caseId) =>
        advanceCase(server, {
          caseId,
          actor: { kind: 'person', id: manager.id },
          event: { type: 'action', action: 'TURN', answer: {} },
        }),
      ),
    );
    const [refused, moved] = [{ code: 'organisation-unknown' }, { status: 'active' }];
    expect(acted).toMatchObject([refused, moved, refused, moved]);
  });

  it('a case does not begin', async () => {
    const begun = addCase(server, 'orphan-begun', manager.id);
    await expect(begun).rejects.toMatchObject({ no: { code: 'organisation-unknown' } });
  });

  it('a time limit waits until it is there, and holds up no other', async () => {
    await publish(server, courseTo('late-orphan', 'late-partner'));
    const [id, other] = [
      await addCase(server, 'late-orphan', manager.id),
      await addCase(server, 'course', manager.id),
    ];
    const warn = vi.spyOn(server.log, 'warn');
    server.advanceBy(7 * DAY_MS);
    await fireDueTimers(server);
    expect((await loadCase(server.pool, id))!.steps).toEqual(['choosing']);
    expect((await loadCase(server.pool, other))!.steps).toEqual(['late']);
    const why = { pathway: 'late-orphan', why: 'organisation-unknown' };
    expect(warn).toHaveBeenCalledWith(expect.any(String), expect.objectContaining(why));
    expect(JSON.stringify(warn.mock.calls)).not.toContain(id);
    await addOrganisation(server, 'late-partner');
    await fireDueTimers(server);
    expect((await loadCase(server.pool, id))!.steps).toEqual(['visiting']);
  });

  it('the end of a sub-case waits likewise, and is told in the end', async () => {
    await publish(server, workshopTo('lab-orphan', 'lab-partner'));
    const id = await addCase(server, 'lab-orphan', manager.id);
    const actor = { kind: 'person', id: manager.id } as const;
    const act = (caseId: string, action: string) =>
      advanceCase(server, { caseId, actor, event: { type: 'action', action, answer: {} } });
    await act(id, 'SEND');
    const sql = 'SELECT id FROM "case" WHERE parent_case_id = $1';
    const sub: string = (await server.pool.query(sql, [id])).rows[0].id;
    await act(sub, 'STOP');
    await expect(endSubCase(server, sub)).rejects.toThrow('organisation-unknown');
    const warn = vi.spyOn(server.log, 'warn');
    await endUntoldSubCases(server);
    expect(warn).toHaveBeenCalledWith(expect.any(String), { why: 'organisation-unknown' });
    await addOrganisation(server, 'lab-partner');
    await endUntoldSubCases(server);
    expect((await loadCase(server.pool, id))!.steps).toEqual(['visiting']);
  });
});
