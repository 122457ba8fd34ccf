import { beforeAll, expect, it } from 'vitest';
import { addSomebody, type Somebody, useTestApi } from '../../http/testing.ts';
import { addCase, addEdition, COURSE, publish } from '../testing.ts';
import { deskOf } from './testing.ts';

const api = useTestApi();
const { server } = api;
let manager: Somebody;

beforeAll(async () => {
  manager = await addSomebody(server, ['case-manager']);
  await publish(server, COURSE);
});

async function desk() {
  const id = await addCase(server, 'course', manager.id);
  return { id, ...deskOf(api, manager, id) };
}

it('whoever is back in the queue gets a seat that became free meanwhile, first of all', async () => {
  const edition = await addEdition(server, 'training', 1);
  const [first, mine, later] = [await desk(), await desk(), await desk()];
  await first.act('ENROL', { edition });
  await mine.act('ENROL', { edition, acceptWaiting: true });
  await mine.deviate({ type: 'go-back', to: 'choosing' });
  await first.deviate({ type: 'go-back', to: 'choosing' });
  await mine.undo();
  await later.act('ENROL', { edition, acceptWaiting: true });
  const { rows } = await server.pool.query(
    `SELECT n.case_id AS id, n.status, e.taken
     FROM enrolment n JOIN edition e ON e.id = n.edition_id
     WHERE e.id = $1 AND n.status <> 'dropped' ORDER BY n.seq`,
    [edition],
  );
  expect(rows).toEqual([
    { id: mine.id, status: 'enrolled', taken: 1 },
    { id: later.id, status: 'waiting', taken: 1 },
  ]);
  await mine.expectProof();
});
