import { beforeAll, describe, expect, it, vi } from 'vitest';
import { addCase } from '../case/testing.ts';
import type { MigrationView } from '../contract/migrations.ts';
import { planningThread } from '../drafts/document-thread.ts';
import { draftOf, saving } from '../drafts/testing.ts';
import { addSomebody, useTestApi } from '../http/testing.ts';
import {
  asking,
  planned,
  publishNext,
  REMINDED,
  redraw,
  type Stage,
  stage,
  step,
  work,
} from './testing.ts';
import { tidyMigrations } from './tidy-migrations.ts';
import { workOnMigration } from './work-on-migration.ts';

const api = useTestApi();
let inside: Stage;
let preview: MigrationView;

const previewOf = async ({ ada, pathway }: Stage, draw = redraw) => {
  const draft = await draftOf(api, ada, pathway);
  const { revision } = await api.ask('saveDraft', saving(ada, draft, draw));
  const { id } = await api.ask('previewMigration', asking(ada, draft.id, { body: { revision } }));
  return work(api, ada, id);
};
const groupAt = (view: MigrationView, step: string) =>
  view.groups.find(({ from }) => from.some((one) => one.step === step))!;
const late = (decision: object) => ({ body: { version: 1, steps: ['late'], decision } });
const listed = async (view: MigrationView, query: object = {}) =>
  (await api.ask('listMigrationCases', asking(inside.ada, view.id, { query }))).cases as {
    id: string;
    name: string;
    status: string;
  }[];

beforeAll(async () => {
  inside = await stage(api, 3);
  preview = await previewOf(inside);
});

describe('a preview of a draft', () => {
  it('is made in the background, and says how far it is', async () => {
    const draft = await draftOf(api, inside.ada, inside.pathway);
    const { revision } = draft;
    const body = { body: { revision } };
    const begun = await api.ask('previewMigration', asking(inside.ada, draft.id, body));
    expect(begun).toMatchObject({ status: 'computing', groups: [], version: null });
    const ready = await work(api, inside.ada, begun.id);
    expect(ready).toMatchObject({
      status: 'planned',
      draft: { id: draft.id, revision },
      progress: { total: 9 },
      cases: { waiting: 9 },
      counts: { unaffected: 9, moved: 0, 'needs-decision': 0, blocked: 0, staying: 0 },
    });
  });

  it('counts everybody by what happens to them, and by step', () => {
    expect(preview.counts).toEqual({
      ...{ unaffected: 0, moved: 6, 'needs-decision': 3, blocked: 0, staying: 0 },
    });
    const at = (key: string) => preview.steps.find(({ step }) => step.step === key);
    expect(at('choosing')).toMatchObject({ version: 1, moved: 3, 'needs-decision': 0 });
    expect(at('attending')).toMatchObject({ moved: 3 });
    const label = { it: 'In ritardo', en: 'In ritardo' };
    expect(at('late')).toMatchObject({ step: { label }, 'needs-decision': 3, moved: 0 });
  });

  it('says what each group gains and loses', () => {
    expect(groupAt(preview, 'choosing')).toMatchObject({
      verdict: 'moved',
      count: 3,
      to: [{ step: 'choosing' }],
      proven: true,
      changes: {
        kept: [{ key: 'talk', kind: 'task', label: { it: 'Primo colloquio' } }],
        revised: ['talk'],
        opened: [],
        withdrawn: [],
      },
    });
    expect(groupAt(preview, 'attending')).toMatchObject({
      count: 3,
      stays: false,
      changes: {
        opened: [{ key: 'diary', label: { it: 'Diario' } }],
        kept: [{ kind: 'enrolment' }],
      },
    });
  });

  it('asks where those go on whose step is gone, once', () => {
    expect(preview.questions).toMatchObject([
      { version: 1, steps: ['late'], count: 3, groups: [groupAt(preview, 'late').id] },
    ]);
    const places = preview.questions[0]!.choices.map(({ at }) => at);
    expect(places).toContainEqual(['reminded']);
    const [question] = groupAt(preview, 'late').questions;
    const toChoosing = question!.choices.find(({ at }) => at.join() === 'choosing');
    expect(toChoosing!.changes.opened).toMatchObject([{ key: 'talk' }]);
  });

  it('names the people behind a count, for whoever may see cases, and logs who looked', async () => {
    const group = groupAt(preview, 'late').id;
    const people = await listed(preview, { group });
    expect(people.map(({ id }) => id).sort()).toEqual([...inside.late].sort());
    expect(people[0]).toMatchObject({ name: 'Prova Ada', status: 'waiting' });
    expect(await listed(preview, { version: 1, step: 'choosing' })).toHaveLength(3);
    expect(await listed(preview, { offset: 8, limit: 5 })).toHaveLength(1);
    const { rows } = await api.server.pool.query(
      "select person_id from access_log where what = 'listMigrationCases'",
    );
    expect(rows[0]).toEqual({ person_id: inside.ada.id });
  });

  it('can be decided in, and is never started', async () => {
    const decided = await previewOf(inside);
    const { id, revision } = decided;
    await api.ask('decideGroup', asking(inside.ada, id, { revision, ...late(REMINDED) }));
    const after = await work(api, inside.ada, id);
    expect(after.counts).toMatchObject({ moved: 9, 'needs-decision': 0 });
    const start = asking(inside.ada, id, { revision: after.revision });
    await api.askInVain('startMigration', 'migration-preview-only', start);
    expect(
      (await api.ask('listMigrations', asking(inside.ada, inside.pathway))).migrations,
    ).toEqual([]);
  });

  it('is found out once for all who ask for the same, and anew when something is another', async () => {
    const mine = await stage(api, 1);
    const { ada, bea } = mine;
    const draft = await draftOf(api, ada, mine.pathway);
    const { revision } = await api.ask('saveDraft', saving(ada, draft, redraw));
    const look = (as = ada) => {
      const asked = asking(as, draft.id, { body: { revision } });
      return api.ask('previewMigration', asked).then(({ id }) => id as string);
    };
    const all = await Promise.all(Array.from({ length: 40 }, (_, n) => look(n % 2 ? ada : bea)));
    expect(new Set(all).size).toBe(1);
    const first = all[0]!;
    const jobs = await api.server.pool.query('select from graphile_worker.jobs where key like $1', [
      `migration:${first}:%`,
    ]);
    expect(jobs.rowCount).toBe(2);
    await work(api, ada, first);
    expect(await look()).toBe(first);
    await step(api.server, mine.attending[0]!, { type: 'action', action: 'LEAVE' });
    const second = await look();
    expect(second).not.toBe(first);
    await work(api, ada, second);
    await addCase(api.server, mine.pathway, ada.id);
    const third = await look();
    expect(third).not.toBe(second);
    await work(api, ada, third);
    api.server.advanceBy(61_000);
    expect(await look()).not.toBe(third);
    api.server.advanceBy(-61_000);
  });

  it('keeps the answers and exceptions of the draft’s last preview, where they still mean something', async () => {
    const { ada } = inside;
    const draft = await draftOf(api, ada, inside.pathway);
    const saved = await api.ask('saveDraft', saving(ada, draft, redraw));
    const look = async (revision: number) => {
      const asked = asking(ada, draft.id, { body: { revision } });
      return work(api, ada, (await api.ask('previewMigration', asked)).id);
    };
    const first = await look(saved.revision);
    const except = asking(ada, first.id, { body: { reason: 'Resta così' } });
    await api.ask('exceptCase', { ...except, params: { id: first.id, case: inside.late[0]! } });
    await work(api, ada, first.id);
    const answer = late(REMINDED);
    await api.ask('decideGroup', asking(ada, first.id, { revision: 2, ...answer }));
    await work(api, ada, first.id);
    const titled = saving(ada, { ...draft, ...saved }, (document) => {
      redraw(document);
      document.title = { it: 'Altro', en: 'Other' };
    });
    const second = await look((await api.ask('saveDraft', titled)).revision);
    expect(second.id).not.toBe(first.id);
    expect(second).toMatchObject({
      counts: { moved: 8, 'needs-decision': 0, staying: 1 },
      decisions: [{ at: ['reminded'] }],
    });
    expect(groupAt(second, 'late')).toMatchObject({ count: 2, exceptions: 1 });
    const { revision } = await api.ask('readDraft', asking(ada, draft.id));
    const asBefore = saving(ada, { ...draft, revision }, (document) => {
      Object.assign(document, draft.document);
    });
    const third = await look((await api.ask('saveDraft', asBefore)).revision);
    expect(third).toMatchObject({ counts: { unaffected: 8, staying: 1 }, decisions: [] });
  });

  it('is tidied up after a day, but for the last one of a draft in which somebody answered', async () => {
    const { pool } = api.server;
    const mine = await stage(api, 1);
    const { ada } = mine;
    const answered = await previewOf(mine);
    const { id, revision } = answered;
    await api.ask('decideGroup', asking(ada, id, { revision, ...late(REMINDED) }));
    await work(api, ada, id);
    const unanswered = await previewOf(mine);
    const plan = await planned(api, mine, 1);
    const expectLeft = async (...migrations: { id: string }[]) => {
      const { rows } = await pool.query<{ id: string }>(
        'select id from pathway_migration where pathway_id = $1',
        [mine.pathway],
      );
      expect(rows.map((row) => row.id).sort()).toEqual(migrations.map((one) => one.id).sort());
    };
    await tidyMigrations(api.server);
    await expectLeft(answered, unanswered, plan);
    const pass = () =>
      pool.query(
        `update pathway_migration set created_at = created_at - interval '2 days'
         where pathway_id = $1`,
        [mine.pathway],
      );
    await pass();
    await tidyMigrations(api.server);
    await expectLeft(answered, plan);
    const asked = { revision: answered.draft!.revision };
    const anew = await api.ask(
      'previewMigration',
      asking(ada, answered.draft!.id, { body: asked }),
    );
    await work(api, ada, anew.id);
    await tidyMigrations(api.server);
    await expectLeft(plan, anew);
  });

  it('is decided in only while it is the draft’s newest: no answer is lost', async () => {
    const mine = await stage(api, 1);
    const { ada } = mine;
    const older = await previewOf(mine);
    const asked = (body: object) => asking(ada, older.id, { body, revision: older.revision });
    const caseId = mine.late[0]!;
    const aboutOne = { params: { id: older.id, case: caseId } };
    const reason = 'Resta così';
    await api.ask('exceptCase', { ...asked({ reason }), ...aboutOne });
    await work(api, ada, older.id);
    const { document } = await draftOf(api, ada, mine.pathway);
    const titled = saving(ada, { ...older.draft!, document }, (drawn) => {
      redraw(drawn);
      drawn.title = { it: 'Altro', en: 'Other' };
    });
    const { revision } = await api.ask('saveDraft', titled);
    const look = asking(ada, older.draft!.id, { body: { revision } });
    api.server.advanceBy(1000);
    const { id } = await api.ask('previewMigration', look);
    api.server.advanceBy(-1000);
    await work(api, ada, id);
    const answer = { ...asked(late(REMINDED).body), revision: 2 };
    const problem = await api.askInVain('decideGroup', 'migration-not-now', answer);
    expect(problem.detail).toContain('anteprima più recente');
    await api.askInVain('includeCase', 'migration-not-now', { ...asking(ada, ''), ...aboutOne });
    await api.askInVain('exceptCase', 'migration-not-now', { ...asked({ reason }), ...aboutOne });
    const many = { who: {}, exception: { kind: 'stay', reason } };
    await api.askInVain('exceptCases', 'migration-not-now', { ...asked(many), revision: 2 });
    await api.ask('includeCase', { ...asking(ada, ''), params: { id, case: caseId } });
  });

  it('is not tidied up while somebody is changing it', async () => {
    const mine = await stage(api, 1);
    const { id } = await previewOf(mine);
    const { pool } = api.server;
    await pool.query(
      `update pathway_migration set created_at = created_at - interval '2 days' where id = $1`,
      [id],
    );
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('select from pathway_migration where id = $1 for update', [id]);
      await client.query(
        `update pathway_migration_case set status = 'kept' where migration_id = $1`,
        [id],
      );
      await tidyMigrations(api.server);
      await client.query('commit');
    } finally {
      client.release();
    }
    await tidyMigrations(api.server);
    expect((await api.ask('readMigration', asking(mine.ada, id))).cases).toEqual({ kept: 3 });
  });

  it('lists just those whom each number counts', async () => {
    for (const fate of ['unaffected', 'moved', 'needs-decision', 'blocked', 'staying'] as const) {
      expect(await listed(preview, { fate })).toHaveLength(preview.counts[fate]);
      for (const { version, step: at, [fate]: count } of preview.steps) {
        expect(await listed(preview, { fate, version, step: at.step })).toHaveLength(count);
      }
    }
    expect(await listed(preview, { fate: 'going' })).toHaveLength(6);
    const groups = preview.groups.map(({ id }) => id);
    expect(await listed(preview, { group: groups.join(',') })).toHaveLength(9);
    expect(await listed(preview, { group: groups[0] })).toHaveLength(preview.groups[0]!.count);
  });

  it('is of the draft as it is, or refused', async () => {
    const draft = await draftOf(api, inside.ada, inside.pathway);
    const stale = asking(inside.ada, draft.id, { body: { revision: draft.revision + 1 } });
    await api.askInVain('previewMigration', 'revision-stale', stale);
    const nowhere = asking(inside.ada, api.server.newId(), { body: { revision: 1 } });
    await api.askInVain('previewMigration', 'not-found', nowhere);
  });

  it('is for coordinators', async () => {
    const manager = await addSomebody(api.server, ['case-manager']);
    await api.askInVain('readMigration', 'forbidden', asking(manager, preview.id));
    await api.askInVain('listMigrationCases', 'forbidden', asking(manager, preview.id));
  });
});

describe('a plan', () => {
  let version: number;
  let plan: MigrationView;

  beforeAll(async () => {
    version = await publishNext(api, inside);
    plan = await planned(api, inside, version);
  });

  it('says of a published version what the preview said of the draft', () => {
    expect(plan).toMatchObject({ version, isCurrent: true, draft: null });
    expect(plan.groups).toEqual(preview.groups);
    expect(plan.questions).toEqual(preview.questions);
  });

  it('is for the current version only', async () => {
    const older = asking(inside.ada, inside.pathway, { body: { version: 1 } });
    await api.askInVain('planMigration', 'migration-outdated', older);
    const none = asking(inside.ada, inside.pathway, { body: { version: 99 } });
    await api.askInVain('planMigration', 'not-found', none);
  });

  it('takes an answer, says what follows, and gives it up again', async () => {
    const { ada } = inside;
    const asked = (revision: number, decision: object) =>
      asking(ada, plan.id, { revision, ...late(decision) });
    await api.askInVain('startMigration', 'migration-undecided', {
      ...asking(ada, plan.id, { revision: plan.revision }),
    });
    await api.ask('decideGroup', asked(plan.revision, REMINDED));
    const decided = await work(api, ada, plan.id);
    expect(decided).toMatchObject({
      counts: { moved: 9, 'needs-decision': 0 },
      questions: [],
      decisions: [
        { steps: ['late'], at: ['reminded'], answer: { it: '«Sollecito»' }, by: { id: ada.id } },
      ],
    });
    expect(groupAt(decided, 'late').to).toMatchObject([{ step: 'reminded' }]);
    await api.ask('decideGroup', asked(decided.revision, { kind: 'open' }));
    const open = await work(api, ada, plan.id);
    expect(open).toMatchObject({ decisions: [], counts: { 'needs-decision': 3 } });
    await api.ask('decideGroup', asked(open.revision, { kind: 'stay' }));
    const staying = await work(api, ada, plan.id);
    expect(staying.counts).toMatchObject({ moved: 6, staying: 3, 'needs-decision': 0 });
    expect(staying.questions).toEqual([]);
    expect(groupAt(staying, 'late')).toMatchObject({ stays: true, count: 3 });
    const those = (await listed(staying, { fate: 'staying' })).map(({ id }) => id);
    expect(those.sort()).toEqual([...inside.late].sort());
    expect(await listed(staying, { fate: 'needs-decision' })).toEqual([]);
  });

  it('refuses what nobody asked, what is no answer, and who saw another plan', async () => {
    const fresh = await planned(api, inside, version, { decisionsOf: preview.id });
    const { id, revision } = fresh;
    const asked = (body: object, at = revision) => asking(inside.ada, id, { revision: at, body });
    const nobody = { version: 1, steps: ['choosing'], decision: REMINDED };
    await api.askInVain('decideGroup', 'migration-choice-unknown', asked(nobody));
    const nowhere = { ...late({ kind: 'place', at: ['finished'] }).body };
    await api.askInVain('decideGroup', 'migration-choice-unknown', asked(nowhere));
    const stale = asked(late(REMINDED).body, revision + 1);
    await api.askInVain('decideGroup', 'revision-stale', stale);
    await api.ask('decideGroup', asked(late(REMINDED).body));
    await api.askInVain('decideGroup', 'migration-not-now', asked(late(REMINDED).body, 2));
  });

  it('leaves an exception where it is, and takes answers and exceptions over', async () => {
    const { ada } = inside;
    const first = await planned(api, inside, version, { decisionsOf: preview.id });
    const about = (id: string, more = {}) => ({
      ...asking(ada, id, more),
      params: { id, case: inside.late[0]! },
    });
    const body = { reason: 'Sta per concludere' };
    await api.ask('exceptCase', about(first.id, { body }));
    await work(api, ada, first.id);
    await api.ask('decideGroup', asking(ada, first.id, { revision: 2, ...late(REMINDED) }));
    await work(api, ada, first.id);
    const second = await planned(api, inside, version, { decisionsOf: first.id });
    expect(second.counts).toMatchObject({ moved: 8, 'needs-decision': 0, staying: 1 });
    expect(await listed(second, { status: 'kept' })).toMatchObject([
      { id: inside.late[0], reason: { it: 'Sta per concludere' } },
    ]);
    const include = about(second.id);
    await api.ask('includeCase', include);
    expect((await work(api, ada, second.id)).counts).toMatchObject({ moved: 9, staying: 0 });
    await api.askInVain('includeCase', 'migration-case-not-now', include);
    const stranger = { ...include, params: { id: second.id, case: api.server.newId() } };
    await api.askInVain('includeCase', 'not-found', stranger);
  });

  it('leaves everybody behind a count where they are with one answer, and takes it back', async () => {
    const { ada } = inside;
    const plan = await planned(api, inside, version, { decisionsOf: preview.id });
    const who = { step: 'attending', version: 1 };
    const asked = (exception: object, revision: number, more: object = who) =>
      asking(ada, plan.id, { revision, body: { who: more, exception } });
    const stay = { kind: 'stay', reason: 'Chi ha cominciato tiene le regole di prima' };
    await api.askInVain('exceptCases', 'revision-stale', asked(stay, plan.revision + 1));
    expect(await api.ask('exceptCases', asked(stay, plan.revision))).toEqual({ count: 3 });
    const after = await work(api, ada, plan.id);
    expect(after.counts).toMatchObject({ staying: 3, moved: 3 });
    const kept = await listed(after, { fate: 'staying', step: 'attending' });
    expect(kept.map(({ id }) => id).sort()).toEqual([...inside.attending].sort());
    await api.askInVain('exceptCases', 'migration-case-not-now', asked(stay, after.revision));
    const none = { kind: 'none' };
    expect(await api.ask('exceptCases', asked(none, after.revision, {}))).toEqual({ count: 3 });
    expect((await work(api, ada, plan.id)).counts).toMatchObject({ staying: 0, moved: 6 });
  });

  it('has no second job wait for the thread: it comes back later', async () => {
    const { pool } = api.server;
    const body = { version };
    const asked = () => api.ask('planMigration', asking(inside.ada, inside.pathway, { body }));
    const [one, other] = [await asked(), await asked()];
    const { promise: until, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: isAsked, resolve: thought } = Promise.withResolvers<void>();
    const ask = planningThread.ask.bind(planningThread);
    vi.spyOn(planningThread, 'ask').mockImplementationOnce(async (job) => {
      thought();
      await until;
      return ask(job);
    });
    const first = workOnMigration(api.server, one.id);
    await isAsked;
    await workOnMigration(api.server, other.id);
    const statusOf = async ({ id }: MigrationView) =>
      (await api.ask('readMigration', asking(inside.ada, id))).status;
    expect(await statusOf(other)).toBe('computing');
    const { rows } = await pool.query(
      `select run_at > updated_at as later from graphile_worker.jobs where key = $1`,
      [`migration:${other.id}:1`],
    );
    expect(rows).toEqual([{ later: true }]);
    goOn();
    await first;
    expect(await statusOf(one)).toBe('planned');
    expect((await work(api, inside.ada, other.id)).status).toBe('planned');
  });

  it('that cannot be made says so, with the id of its log entry', async () => {
    const { pool } = api.server;
    const body = { version };
    const { id } = await api.ask('planMigration', asking(inside.ada, inside.pathway, { body }));
    await pool.query(`update pathway_migration set decisions = '{"damaged": true}' where id = $1`, [
      id,
    ]);
    await workOnMigration(api.server, id);
    const { rows } = await pool.query(
      'select status, error_id is not null as told from pathway_migration where id = $1',
      [id],
    );
    expect(rows).toEqual([{ status: 'failed', told: true }]);
  });
});
