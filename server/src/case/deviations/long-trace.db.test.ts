import { type Entry, replay } from '@percorso/engine';
import { beforeAll, expect, it, vi } from 'vitest';
import type { TraceLine } from '../../contract/cases.ts';
import { addSomebody, type Somebody, useTestApi } from '../../http/testing.ts';
import { loadCase } from '../load-case.ts';
import { readTrace, versionsOf } from '../moving-entries.ts';
import { addCase, addOrganisation, publish } from '../testing.ts';
import { deskOf, VISITED } from './testing.ts';

/** After how many steps others had their turn, for each thing that was done in turns. */
const walks = vi.hoisted((): { every: number; steps: number }[] => []);
vi.mock(import('../in-turns.ts'), async (original) => {
  const { inTurns, ...rest } = await original();
  return {
    ...rest,
    inTurns: (taken, every = 1) => {
      const walk = { every, steps: 0 };
      walks.push(walk);
      function* counted() {
        for (let step = taken.next(); ; step = taken.next()) {
          if (step.done) return step.value;
          walk.steps += 1;
          yield undefined;
        }
      }
      return inTurns(counted(), every);
    },
  };
});

const api = useTestApi();
const { server } = api;
let coordinator: Somebody;

beforeAll(async () => {
  coordinator = await addSomebody(server, ['coordinator']);
  await addOrganisation(server, 'cesvip');
  await publish(server, VISITED);
});

const ROUNDS = 500;

/** Says again what a revision said, with an undoing of just the step before. */
const AGAIN = `
INSERT INTO trace_entry (case_id, revision, at, kind, actor_kind, actor_id, entered, left_steps,
  facts, digest, hash)
SELECT e.case_id, a.revision, e.at, e.kind, e.actor_kind, e.actor_id, e.entered, e.left_steps,
  a.facts, e.digest, e.hash
FROM json_to_recordset($2) AS a(said int, revision int, facts text)
JOIN trace_entry e ON e.case_id = $1 AND e.revision = a.said`;

/** A case that went there, back by an undoing, there and back again, and all that many times. */
async function wanderer() {
  const id = await addCase(server, 'visited', coordinator.id);
  const mine = deskOf(api, coordinator, id);
  await mine.deviate({ type: 'go-to', to: 'late' });
  await mine.undo();
  await mine.deviate({ type: 'go-to', to: 'late' });
  await mine.deviate({ type: 'go-to', to: 'choosing' });
  const { entries, steps } = await readTrace(server.pool, await loaded(id));
  const again = Array.from({ length: 4 * (ROUNDS - 1) }, (_, n) => {
    const [at, said] = [5 + n, 1 + (n % 4)];
    const { event } = entries![said]!;
    const undoing = event.type === 'undo' ? { ...event, of: at - 1 } : event;
    const facts = JSON.stringify({ ...entries![said], event: undoing });
    return { said: steps[said]!.revision, revision: steps[4]!.revision + 1 + n, facts };
  });
  await server.pool.query(AGAIN, [id, JSON.stringify(again)]);
  await arrive(id, again.at(-1)!.revision);
  return { id, mine };
}

const loaded = async (id: string) => (await loadCase(server.pool, id))!;

/** Puts the case where its trace leads. */
async function arrive(id: string, revision: number): Promise<void> {
  await server.pool.query('UPDATE "case" SET revision = $2 WHERE id = $1', [id, revision]);
  const here = await loaded(id);
  const entries = (await readTrace(server.pool, here)).entries as Entry[];
  const { first, versions } = await versionsOf(server, here, entries);
  const walked = replay(first, entries, versions);
  if (!walked.ok) throw new Error(`entry ${walked.at} does not follow`);
  const values = [id, JSON.stringify(walked.state)];
  await server.pool.query('UPDATE "case" SET snapshot = $2 WHERE id = $1', values);
}

it('is read once and walked once, in turns', async () => {
  const { id, mine } = await wanderer();
  const queries = vi.spyOn(server.pool, 'query');
  const reads = () =>
    queries.mock.calls.filter(([query]) => (query as { name?: string }).name === 'moving-entries');
  const whole = { every: 20, steps: 4 * ROUNDS + 1 };
  walks.length = 0;
  const { undo } = await mine.deviations();
  expect(undo).toMatchObject({ of: 4 * ROUNDS });
  // Besides, every move is tried, one at a time.
  expect(walks).toEqual([{ every: 1, steps: expect.any(Number) }, whole]);
  expect(reads()).toHaveLength(1);
  walks.length = 0;
  queries.mockClear();
  await api.send('previewDeviation', {
    ...{ as: coordinator.token, params: { id }, body: { type: 'undo', of: undo.of } },
  });
  expect(walks).toEqual([whole]);
  expect(reads()).toHaveLength(1);
  const lines: TraceLine[] = await mine.trace();
  expect(lines.filter(({ undoneBy }) => undoneBy !== undefined)).toHaveLength(ROUNDS);
});
