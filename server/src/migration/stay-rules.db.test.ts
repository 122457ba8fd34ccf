import { describe, expect, it } from 'vitest';
import type { MigrationView } from '../contract/migrations.ts';
import { useTestApi } from '../http/testing.ts';
import {
  asking,
  planned,
  publishNext,
  REMINDED,
  rowsOf,
  type Stage,
  stage,
  step,
  work,
} from './testing.ts';

const api = useTestApi();
const { server } = api;
const REASON = 'Chi ha cominciato tiene le regole di prima';
const ATTENDING = { version: 1, step: 'attending' };

const lifting = ({ ada }: Stage, { id, revision }: MigrationView, at: object = ATTENDING) =>
  asking(ada, id, { revision, params: { id, ...at } });
const ruling = (inside: Stage, plan: MigrationView, at: object = ATTENDING, reason = REASON) => ({
  ...lifting(inside, plan, at),
  body: { reason },
});

/** Makes a rule, and finds out what follows. */
async function ruled(inside: Stage, plan: MigrationView, at: object = ATTENDING, reason = REASON) {
  await api.ask('setStayRule', ruling(inside, plan, at, reason));
  return work(api, inside.ada, plan.id);
}

async function lifted(inside: Stage, plan: MigrationView, at: object = ATTENDING) {
  await api.ask('liftStayRule', lifting(inside, plan, at));
  return work(api, inside.ada, plan.id);
}

/** Whoever was late goes on where everybody is reminded; who attends stays, by the rule. */
async function ready() {
  const inside = await stage(api, 2);
  const first = await planned(api, inside, await publishNext(api, inside));
  const body = { version: 1, steps: ['late'], decision: REMINDED };
  await api.ask('decideGroup', asking(inside.ada, first.id, { revision: first.revision, body }));
  const decided = await work(api, inside.ada, first.id);
  return { inside, decided, plan: await ruled(inside, decided) };
}

async function moved({ ada }: Stage, { id, revision }: MigrationView) {
  await api.ask('startMigration', asking(ada, id, { revision }));
  return work(api, ada, id);
}

const versionOf = async (id: string) =>
  (await server.pool.query('select version from "case" where id = $1', [id])).rows[0].version;

async function comesToAttend(caseId: string, likeCase: string): Promise<void> {
  const { rows } = await server.pool.query(
    'select edition_id from enrolment where case_id = $1 limit 1',
    [likeCase],
  );
  const answer = { edition: rows[0].edition_id };
  await step(server, caseId, { type: 'action', action: 'ENROL', answer });
}

const leaves = (id: string) => step(server, id, { type: 'action', action: 'LEAVE' });

describe('a rule that who is at a step stays', () => {
  it('is counted, listed, and said by whom and why', async () => {
    const { inside, plan, decided } = await ready();
    expect(decided.counts).toMatchObject({ moved: 6, staying: 0 });
    expect(plan.counts).toMatchObject({ moved: 4, staying: 2 });
    expect(plan).toMatchObject({
      decisions: [{ at: ['reminded'] }],
      rules: [
        {
          version: 1,
          step: { step: 'attending' },
          reason: { it: REASON, en: REASON },
          by: { id: inside.ada.id },
        },
      ],
    });
    const query = { fate: 'staying' };
    const { cases } = await api.ask('listMigrationCases', asking(inside.ada, plan.id, { query }));
    expect(cases.map(({ id }: { id: string }) => id).sort()).toEqual([...inside.attending].sort());
  });

  it('holds who comes between plan and move, and lets go who leaves', async () => {
    const { inside, plan } = await ready();
    const [newcomer, leaver] = [inside.choosing[0]!, inside.attending[0]!];
    await comesToAttend(newcomer, leaver);
    await leaves(leaver);
    const before = await rowsOf(server, newcomer);
    const done = await moved(inside, plan);
    expect(done.cases).toEqual({ moved: 4, parked: 2 });
    expect(await versionOf(leaver)).toBe(2);
    expect(await rowsOf(server, newcomer)).toBe(before);
    const query = { status: 'parked' };
    const { cases } = await api.ask('listMigrationCases', asking(inside.ada, plan.id, { query }));
    expect(cases).toMatchObject([{ reason: { it: REASON } }, { reason: { it: REASON } }]);
    expect(cases.map(({ id }: { id: string }) => id).sort()).toEqual(
      [newcomer, inside.attending[1]!].sort(),
    );

    await api.ask('takeBackMigration', asking(inside.ada, plan.id));
    const back = await work(api, inside.ada, plan.id);
    expect(back.cases).toEqual({ 'taken-back': 4, parked: 2 });
    expect(await rowsOf(server, newcomer)).toBe(before);
  });

  it('is taken over by the next plan, and with it only who is still there', async () => {
    const { inside, plan } = await ready();
    await moved(inside, plan);
    const [leaver, stayer] = inside.attending;
    await leaves(leaver!);
    const third = await publishNext(api, inside, (document) => {
      document.title = { it: 'Ancora', en: 'Again' };
    });
    const next = await planned(api, inside, third);
    expect(next).toMatchObject({ rules: [{ version: 1, step: { step: 'attending' } }] });
    expect(next.counts).toMatchObject({ staying: 1, blocked: 0, 'needs-decision': 0 });
    expect((await moved(inside, next)).cases).toEqual({ moved: 5, parked: 1 });
    expect([await versionOf(leaver!), await versionOf(stayer!)]).toEqual([3, 1]);
  });

  it('says nothing any more where nobody is on its version', async () => {
    const { inside, plan } = await ready();
    await moved(inside, plan);
    for (const id of inside.attending) await leaves(id);
    await moved(inside, await planned(api, inside, 2));
    const third = await publishNext(api, inside, (document) => {
      document.title = { it: 'Ancora', en: 'Again' };
    });
    const next = await planned(api, inside, third);
    expect(next).toMatchObject({ rules: [], counts: { unaffected: 6, staying: 0 } });
  });

  it('is made anew with another reason, is lifted, and then all go', async () => {
    const { inside, plan } = await ready();
    const again = await ruled(inside, plan, ATTENDING, 'Un altro motivo');
    expect(again.rules).toMatchObject([{ reason: { it: 'Un altro motivo' } }]);
    const without = await lifted(inside, again);
    expect(without).toMatchObject({ rules: [], counts: { moved: 6 } });
    await api.askInVain('liftStayRule', 'migration-choice-unknown', lifting(inside, without));
    expect((await moved(inside, without)).cases).toEqual({ moved: 6 });
  });

  it('answers for who would have been asked, and leaves the answers as they are', async () => {
    const inside = await stage(api, 2);
    const plan = await planned(api, inside, await publishNext(api, inside));
    const late = { version: 1, step: 'late' };
    const quiet = await ruled(inside, plan, late);
    expect(quiet).toMatchObject({ questions: [], decisions: [], counts: { staying: 2 } });
    const asked = await lifted(inside, quiet, late);
    expect(asked).toMatchObject({ questions: [{ steps: ['late'] }], rules: [] });
    const decide = async ({ revision }: MigrationView, decision: object) => {
      const body = { version: 1, steps: ['late'], decision };
      await api.ask('decideGroup', asking(inside.ada, plan.id, { revision, body }));
      return work(api, inside.ada, plan.id);
    };
    const both = await ruled(inside, await decide(asked, REMINDED), late);
    const counts = { moved: 4, staying: 2 };
    expect(both).toMatchObject({ decisions: [{ at: ['reminded'] }], rules: [{}], counts });
    const open = await decide(both, { kind: 'open' });
    expect(open).toMatchObject({ decisions: [], rules: [{}], questions: [], counts });
    expect((await moved(inside, open)).cases).toEqual({ moved: 4, parked: 2 });
  });

  it('holds whoever is within the step, unaffected or not', async () => {
    const inside = await stage(api, 1);
    const second = await publishNext(api, inside, (document) => {
      const { attending } = document.machine.states;
      Object.assign(attending, {
        initial: 'beginning',
        states: { beginning: { id: 'beginning' } },
      });
      document.steps.beginning = { label: { it: 'Inizio', en: 'Beginning' } };
    });
    await moved(inside, await planned(api, inside, second));
    const third = await publishNext(api, inside, (document) => {
      document.title = { it: 'Ancora', en: 'Again' };
    });
    const before = await planned(api, inside, third);
    expect(before.counts).toMatchObject({ unaffected: 3, staying: 0 });
    const plan = await ruled(inside, before, { ...ATTENDING, version: 2 });
    expect(plan.counts).toMatchObject({ unaffected: 2, staying: 1 });
    expect(plan.groups.find(({ stays }) => stays)!.from).toMatchObject([{ step: 'beginning' }]);
    expect((await moved(inside, plan)).cases).toEqual({ moved: 2, parked: 1 });
    expect(await versionOf(inside.attending[0]!)).toBe(second);
  });

  it('is about a step that there is, of a version on which somebody is', async () => {
    const { inside, decided, plan } = await ready();
    const refused = (at: object) =>
      api.askInVain('setStayRule', 'migration-choice-unknown', ruling(inside, plan, at));
    for (const step of ['constructor', 'reminded']) {
      expect(await refused({ version: 1, step })).toMatchObject({ path: 'step' });
    }
    await refused({ ...ATTENDING, version: 2 });
    await api.askInVain('setStayRule', 'revision-stale', ruling(inside, decided));
    const done = await moved(inside, plan);
    await api.askInVain('setStayRule', 'migration-not-now', ruling(inside, done));
    await api.askInVain('liftStayRule', 'migration-not-now', lifting(inside, done));
  });
});
