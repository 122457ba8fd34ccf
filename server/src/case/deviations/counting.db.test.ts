import { beforeAll, expect, it, vi } from 'vitest';
import { addSomebody, type Somebody, useTestApi } from '../../http/testing.ts';
import { addCase, addOrganisation, publish } from '../testing.ts';
import { deskOf, VISITED } from './testing.ts';

const api = useTestApi();
const { server } = api;
let coordinator: Somebody;

beforeAll(async () => {
  coordinator = await addSomebody(server, ['coordinator']);
  await addOrganisation(server, 'cesvip');
  await publish(server, VISITED);
});

const counts = (id = 'visited') =>
  api.ask('readDeviationCounts', { as: coordinator.token, params: { id } });

async function desk() {
  const id = await addCase(server, 'visited', coordinator.id);
  return { id, ...deskOf(api, coordinator, id) };
}

it('is nothing of a pathway from which nobody deviated, and not found of none', async () => {
  await desk();
  expect(await counts()).toEqual({ cases: 0, unplaced: { cases: 0, total: 0 }, steps: [] });
  const params = { id: 'constructor' };
  await api.askInVain('readDeviationCounts', 'not-found', { as: coordinator.token, params });
  const manager = await addSomebody(server, ['case-manager']);
  const as = manager.token;
  await api.askInVain('readDeviationCounts', 'forbidden', { as, params: { id: 'visited' } });
});

it('counts by step and kind, and what was undone as nothing', async () => {
  const [one, two, three] = [await desk(), await desk(), await desk()];
  await one.deviate({ type: 'skip', from: 'choosing', to: 'late' });
  await one.deviate({ type: 'go-back', to: 'choosing' });
  await two.deviate({ type: 'skip', from: 'choosing', to: 'late' });
  await two.deviate({ type: 'add-task', label: 'Uno', assignee: { role: 'coordinator' } });
  await three.deviate({ type: 'go-to', to: 'visiting' });
  await three.undo();
  const { cases, steps } = await counts();
  expect(cases).toBe(2);
  expect(steps).toEqual([
    {
      step: 'choosing',
      label: { it: 'Scelta', en: 'Scelta' },
      version: 1,
      counts: { skip: 2 },
      total: 2,
    },
    {
      step: 'late',
      label: { it: 'In ritardo', en: 'In ritardo' },
      version: 1,
      counts: { 'go-back': 1, 'add-task': 1 },
      total: 2,
    },
  ]);
});

it('counts a case whose facts were erased, and says that nobody knows any more where', async () => {
  const [one, other] = [await desk(), await desk()];
  await one.deviate({ type: 'skip', from: 'choosing', to: 'late' });
  await one.deviate({ type: 'go-to', to: 'visiting' });
  await one.undo();
  await one.deviate({ type: 'add-task', label: 'Due', assignee: { role: 'coordinator' } });
  await other.deviate({ type: 'go-to', to: 'late' });
  await other.undo();
  const before = await counts();
  expect(before.unplaced).toEqual({ cases: 0, total: 0 });
  for (const { id } of [one, other]) {
    await server.pool.query(
      'UPDATE trace_entry SET facts = NULL, salt = NULL WHERE case_id = $1 AND revision > 1',
      [id],
    );
  }
  server.advanceBy(60_000);
  const after = await counts();
  // The undone case counts as nothing, as before.
  expect(after).toMatchObject({ cases: before.cases, unplaced: { cases: 1, total: 2 } });
  const sum = ({ steps }: typeof after) =>
    steps.reduce((total: number, step: { total: number }) => total + step.total, 0);
  expect(sum(after)).toBe(sum(before) - 2);
});

it('counts once for all who ask within a minute, unless somebody deviates', async () => {
  const mine = await desk();
  await mine.deviate({ type: 'go-to', to: 'late' });
  const queries = vi.spyOn(server.pool, 'query');
  const reads = () =>
    queries.mock.calls.filter(([query]) => (query as { name?: string }).name === 'deviating-traces')
      .length;
  const [one, other] = await Promise.all([counts(), counts()]);
  const once = reads();
  expect(once).toBeGreaterThan(0);
  expect(other).toEqual(one);
  server.advanceBy(59_000);
  expect(await counts()).toEqual(one);
  expect(reads()).toBe(once);
  server.advanceBy(1_000);
  expect(await counts()).toEqual(one);
  expect(reads()).toBe(2 * once);
  await mine.undo();
  expect((await counts()).cases).toBe(one.cases - 1);
  expect(reads()).toBe(3 * once);
  queries.mockRestore();
});

it('does not keep what could not be counted', async () => {
  const mine = await desk();
  await mine.deviate({ type: 'go-to', to: 'late' });
  const { query } = server.pool;
  const queries = vi.spyOn(server.pool, 'query');
  queries.mockImplementation(function (this: typeof server.pool, ...asked: unknown[]) {
    const { name } = asked[0] as { name?: string };
    if (name === 'deviating-traces') return Promise.reject(new Error('the connection broke'));
    return Reflect.apply(query, this, asked);
  } as typeof query);
  const asked = { as: coordinator.token, params: { id: 'visited' } };
  expect((await api.send('readDeviationCounts', asked)).status).toBe(500);
  queries.mockRestore();
  expect((await counts()).cases).toBeGreaterThan(0);
  await mine.undo();
});

/** The case with the longest trace, five hundred times. */
const COPY_LONGEST = `
WITH longest AS (
  SELECT case_id AS id FROM trace_entry GROUP BY case_id ORDER BY count(*) DESC LIMIT 1
), new AS (
  INSERT INTO "case" SELECT (json_populate_record(c,
    json_build_object('id', gen_random_uuid(), 'receipt_code', null))).*
  FROM "case" c JOIN longest USING (id), generate_series(1, 500)
  RETURNING id
)
INSERT INTO trace_entry (case_id, revision, at, kind, actor_kind, entered, left_steps, facts,
  digest, hash)
SELECT new.id, e.revision, e.at, e.kind, e.actor_kind, e.entered, e.left_steps, e.facts,
  e.digest, e.hash
FROM new, longest JOIN trace_entry e ON e.case_id = longest.id`;

it('reads page by page, without holding up anybody else', async () => {
  const mine = await desk();
  for (let n = 0; n < 30; n += 1)
    await mine.deviate({ type: 'go-to', to: n % 2 ? 'choosing' : 'late' });
  await server.pool.query(COPY_LONGEST);
  // Whatever else is to be done has its turn between the pages.
  let turns = 0;
  let isCounting = true;
  const turn = () => {
    turns += 1;
    if (isCounting) setImmediate(turn);
  };
  setImmediate(turn);
  const { cases, steps } = await counts();
  isCounting = false;
  expect(cases).toBe(504);
  expect(steps[0].total).toBeGreaterThan(7_000);
  expect(turns).toBeGreaterThan(50);
});
