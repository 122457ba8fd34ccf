import { describe, expect, it } from 'vitest';
import type { DeviationAsked } from '../../contract/deviations.ts';
import type { ProblemCode } from '../../http/problems.ts';
import { addSomebody } from '../../http/testing.ts';
import { ownLink } from '../own-link.ts';
import { addEdition } from '../testing.ts';
import { addedTask, deskOf, newKey, REASON, rowsOf, useStaff } from './testing.ts';

const { api, server, staff, desk } = useStaff();

describe('a deviation', () => {
  const moves: [string, DeviationAsked, string][] = [
    ['skip', { type: 'skip', from: 'choosing', to: 'late' }, 'late'],
    ['go-back', { type: 'go-back', to: 'choosing' }, 'choosing'],
    ['go-to', { type: 'go-to', to: 'visiting' }, 'visiting'],
  ];
  it.each(moves)(
    '%s moves the case with its rows, is traced, and replays',
    async (kind, move, to) => {
      const { id, ...mine } = await desk();
      if (kind === 'go-back') await mine.act('VISIT');
      const preview = await mine.preview(move);
      const before = await mine.now();
      expect(preview.revision).toBe(before);
      expect(preview.steps.map(({ step }: { step: string }) => step)).toEqual([to]);
      const acted = await mine.deviate(move);
      expect(acted).toMatchObject({ revision: before + 1, status: 'active', steps: [to] });
      const view = await mine.read();
      expect(view.steps.map(({ step }: { step: string }) => step)).toEqual([to]);
      const [line] = await mine.trace();
      expect(line).toMatchObject({ kind, by: { kind: 'person' } });
      expect(line.answers).toEqual([{ label: { it: 'Motivo', en: 'Reason' }, value: REASON }]);
      const { rows } = await server.pool.query(
        `SELECT c.snapshot, array(SELECT activity FROM activity a
         WHERE a.case_id = c.id AND a.status = 'open') AS open
       FROM "case" c WHERE c.id = $1`,
        [id],
      );
      expect(rows[0].open).toEqual(Object.keys(JSON.parse(rows[0].snapshot).activities));
      await mine.expectProof();
    },
  );

  it('is offered where it would not be refused, with who may be given a task', async () => {
    const mine = await desk();
    const { skip, goBack, goTo, undo, assignees, forms, tasks } = await mine.deviations();
    expect(skip.map((one: { from: { step: string } }) => one.from.step)).toEqual(['choosing']);
    expect(goBack.map(({ step }: { step: string }) => step)).toContain('choosing');
    expect(goTo.map(({ step }: { step: string }) => step)).toEqual(
      expect.arrayContaining(['late', 'visiting']),
    );
    expect(undo).toBeNull();
    expect(assignees.organisations).toEqual([{ id: 'cesvip', name: 'cesvip' }]);
    expect(forms.map(({ form }: { form: string }) => form)).toContain('report');
    expect(tasks).toEqual([]);
    expect((await mine.read()).may).toContain('deviate');
  });

  it('keeps its reason and its label away from the snapshot, the trace, the jobs', async () => {
    const mine = await desk();
    await mine.deviate(addedTask({ label: 'Segretissimo' }));
    const { rows } = await server.pool.query(
      `SELECT concat(c.snapshot, (SELECT string_agg(e.facts, '') FROM trace_entry e
          WHERE e.case_id = c.id), (SELECT string_agg(j.payload::text, '')
          FROM graphile_worker._private_jobs j)) AS all
       FROM "case" c WHERE c.id = $1`,
      [mine.id],
    );
    expect(rows[0].all).toContain('ad-hoc/2');
    expect(rows[0].all).not.toMatch(/Segretissimo|deciso insieme/);
  });

  it('is refused for steps that are not there, and changes nothing', async () => {
    const mine = await desk();
    const before = await rowsOf(api, mine.id);
    const refusals: [ProblemCode, object][] = [
      ['step-unknown', { type: 'go-to', to: 'constructor' }],
      ['step-unknown', { type: 'go-to', to: '__proto__' }],
      ['step-unknown', { type: 'skip', from: 'nowhere', to: 'late' }],
      ['step-not-present', { type: 'skip', from: 'late', to: 'choosing' }],
      ['no-way-there', { type: 'skip', from: 'choosing', to: 'choosing' }],
      ['never-been-there', { type: 'go-back', to: 'visiting' }],
      ['would-end', { type: 'go-to', to: 'finished' }],
      ['edition-unknown', { type: 'go-to', to: 'attending' }],
      ['activity-not-open', { type: 'withdraw-task', activity: 'ad-hoc/7' }],
      ['undo-outdated', { type: 'undo', of: 3 }],
      ['nothing-to-undo', { type: 'undo', of: 0 }],
      ['task-invalid', addedTask({ assignee: { organisation: 'nobody' } })],
      ['task-invalid', addedTask({ form: 'toString' })],
      ['task-invalid', addedTask({ dueAt: '2020-01-01T00:00:00Z' })],
      ['task-invalid', addedTask({ dueAt: '9999-12-31T23:59:59Z' })],
    ];
    for (const [code, deviation] of refusals) {
      const problem = await mine.refused(code, deviation);
      expect(problem.detail, code).toBeTruthy();
    }
    expect(await rowsOf(api, mine.id)).toBe(before);
    expect(await mine.now()).toBe(1);
  });

  it('is bad input where a text is missing, huge, on two lines, or named twice', async () => {
    const mine = await desk();
    const wrong = [
      addedTask({ label: 'x'.repeat(201) }),
      addedTask({ label: 'riga\nBcc: a@example.org' }),
      addedTask({ label: '   ' }),
      addedTask({ label: 'gpj.\u202eexe' }),
      addedTask({ assignee: {} }),
      addedTask({ assignee: { role: 'case-manager', organisation: 'cesvip' } }),
      addedTask({ assignee: { role: 'youth' } }),
      addedTask({ dueAt: 'domani' }),
      { type: 'withdraw-task', activity: 'talk' },
      { type: 'undo', of: -1 },
      { type: 'erase' },
    ];
    for (const deviation of wrong) await mine.refused('input-invalid', deviation);
    for (const reason of ['', 'no', '  x ', 'x'.repeat(2001)]) {
      const body = { deviation: { type: 'go-to', to: 'late' }, reason };
      const asked = await mine.deviating({});
      await api.askInVain('deviate', 'input-invalid', { ...asked, body });
    }
  });

  it('says what may come of it when an edition is full, and waits', async () => {
    const mine = await desk();
    const edition = await addEdition(server, 'training', 1);
    await server.pool.query('UPDATE edition SET taken = seats WHERE id = $1', [edition]);
    await mine.act('ENROL', { edition, acceptWaiting: true });
    await mine.act('LEAVE');
    const { changes } = await mine.preview({ type: 'go-to', to: 'attending' });
    expect(JSON.stringify(changes)).toContain('lista d’attesa');
    await mine.deviate({ type: 'go-to', to: 'attending' });
    const { activities } = await mine.read();
    expect(activities[0].enrolment).toMatchObject({ status: 'waiting', position: 1 });
    await server.pool.query('UPDATE edition SET open = false WHERE id = $1', [edition]);
    await mine.deviate({ type: 'go-to', to: 'late' });
    await mine.refused('edition-closed', { type: 'go-to', to: 'attending' });
    await mine.expectProof();
  });

  it('of a case that has ended, or was erased, is refused', async () => {
    const mine = await desk();
    await deskOf(api, staff.coordinator, mine.id).refused('would-end', {
      type: 'go-to',
      to: 'finished',
    });
    await server.pool.query(
      `UPDATE participant SET erased_at = now()
       WHERE id = (SELECT participant_id FROM "case" WHERE id = $1)`,
      [mine.id],
    );
    await mine.refused('trace-erased', { type: 'go-to', to: 'late' });
    expect(await mine.deviations()).toMatchObject({ skip: [], goBack: [], goTo: [] });
    expect((await mine.read()).may).not.toContain('deviate');
    const other = await desk();
    const stop = { ...(await other.deviating({})), as: staff.coordinator.token };
    await api.ask('act', { ...stop, body: { action: 'STOP' } });
    const problem = await other.refused('case-ended', { type: 'go-to', to: 'late' });
    expect(problem.detail).toContain('annullare');
    expect((await other.read()).may).toContain('deviate');
  });
});

describe('who may deviate', () => {
  it('is the case manager, whom it is shared with and coordinators; nobody else sees anything', async () => {
    const mine = await desk();
    const stranger = await addSomebody(server, ['case-manager']);
    const monitor = await addSomebody(server, ['monitor', 'administrator']);
    const move: DeviationAsked = { type: 'go-to', to: 'late' };
    const params = { id: mine.id };
    const asked = await mine.deviating(move);
    for (const [who, code] of [
      [stranger, 'not-found'],
      [staff.partner, 'forbidden'],
      [monitor, 'forbidden'],
    ] as const) {
      const as = who.token;
      await api.askInVain('deviate', code, { ...asked, as });
      await api.askInVain('readDeviations', code, { as, params });
      await api.askInVain('previewDeviation', code, { as, params, body: move });
    }
    const share = { ...(await mine.deviating({})), body: { person: stranger.id, shared: true } };
    await api.ask('shareCase', share);
    await deskOf(api, stranger, mine.id).deviate(move);
    await deskOf(api, staff.coordinator, mine.id).deviate({ type: 'go-back', to: 'choosing' });
    await mine.expectProof();
  });

  it('is written down when they look', async () => {
    const mine = await desk();
    await mine.deviations();
    await mine.preview({ type: 'go-to', to: 'late' });
    const { rows } = await server.pool.query(
      'SELECT what FROM access_log WHERE case_id = $1 ORDER BY id',
      [mine.id],
    );
    expect(rows.map(({ what }) => what)).toEqual(['readDeviations', 'previewDeviation']);
  });

  it('is not the youth, whose page tells nothing of it', async () => {
    const mine = await desk();
    await mine.deviate(addedTask({ label: 'Segretissimo' }));
    const { activities } = await mine.read();
    const added = activities.find((one: { activity: string }) => one.activity === 'ad-hoc/2');
    const done = { as: staff.manager.token, params: { id: added.id }, body: { answer: {} } };
    await api.ask('completeTask', done);
    await mine.deviate({ type: 'go-to', to: 'late' });
    const link = await ownLink(server, mine.id, 0, server.clock());
    const own = await api.ask('openOwnCase', { body: { token: link.split('#')[1] } });
    expect(JSON.stringify(own)).not.toMatch(/Segretissimo|deciso insieme|Portato/);
    expect(own.steps).toEqual([{ label: { it: 'In ritardo', en: 'In ritardo' } }]);
  });
});

describe('two at once', () => {
  it('one deviates, the others are told that the case has moved', async () => {
    const mine = await desk();
    const asked = await Promise.all(
      ['late', 'visiting', 'late', 'visiting'].map((to) => mine.deviating({ type: 'go-to', to })),
    );
    const turn = { ...(await mine.deviating({})), body: { action: 'TURN' } };
    const sent = await Promise.all([
      ...asked.map((one) => api.send('deviate', one)),
      api.send('act', turn),
    ]);
    const statuses = sent.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 412, 412, 412, 412]);
    expect(await mine.now()).toBe(2);
    await mine.expectProof();
  });

  it('the same request twice is done once, and another with its key is refused', async () => {
    const mine = await desk();
    const key = newKey();
    const asked = await mine.deviating(addedTask(), { key });
    const [first, second] = await Promise.all([
      api.ask('deviate', asked),
      api.ask('deviate', asked),
    ]);
    expect(second).toEqual(first);
    expect((await mine.deviations()).tasks).toHaveLength(1);
    const other = await mine.deviating({ type: 'go-to', to: 'late' }, { key, revision: 1 });
    await api.askInVain('deviate', 'idempotency-key-reused', other);
    await mine.deviate({ type: 'go-to', to: 'late' });
    // The answer of then, though the case has gone on.
    expect(await api.ask('deviate', asked)).toEqual(first);
  });

  it('a revision that is no longer the case’s is refused', async () => {
    const mine = await desk();
    await mine.act('TURN');
    const problem = await mine.refused(
      'revision-stale',
      { type: 'go-to', to: 'late' },
      {
        revision: 1,
      },
    );
    expect(problem.revision).toBe(2);
  });
});
