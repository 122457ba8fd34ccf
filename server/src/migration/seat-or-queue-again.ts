import type { ClientBase } from 'pg';
import type { OpenRow } from './open-activities.ts';

const TAKE = `
update edition e set taken = taken + 1 from enrolment n
where n.activity_id = $1 and e.id = n.edition_id and e.taken < e.seats`;
const PUT = 'update enrolment set status = $2, dropped_from = null where activity_id = $1';

/**
 * Enrolments that were dropped are there again: with a seat where one is still free, else on the
 * waiting list, at the place that they had when they were first queued.
 */
export async function seatOrQueueAgain(
  client: ClientBase,
  rows: readonly OpenRow[],
): Promise<void> {
  for (const { id, enrolment } of rows) {
    const hadSeat = enrolment === 'enrolled' || enrolment === 'attending';
    const taken = hadSeat ? await client.query(TAKE, [id]) : undefined;
    await client.query(PUT, [id, taken?.rowCount === 1 ? enrolment : 'waiting']);
  }
}
