import { beforeAll, describe, expect, it } from 'vitest';
import type { MigrationView } from '../contract/migrations.ts';
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
  work,
} from './testing.ts';
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
    expect(groupAt(preview, 'attending').changes).toMatchObject({
      opened: [{ key: 'diary', label: { it: 'Diario' } }],
      kept: [{ kind: 'enrolment' }],
    });
    expect(preview.totals.opened).toMatchObject([{ key: 'diary', count: 3 }]);
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
    expect(groupAt(staying, 'late')).toMatchObject({ stays: true, count: 3 });
  });

  it('refuses what nobody asked, what is no answer, and who saw another plan', async () => {
    const fresh = await planned(api, inside, version);
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
    const first = await planned(api, inside, version);
    const about = (id: string, more = {}) => ({
      ...asking(ada, id, more),
      params: { id, case: inside.late[0]! },
    });
    const body = { reason: 'Sta per concludere' };
    await api.ask('exceptCase', about(first.id, { body }));
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
