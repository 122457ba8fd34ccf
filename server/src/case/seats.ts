import type { ClientBase } from 'pg';
import type { Server } from '../server.ts';
import type { CaseWrite, MailRow, OpenedActivity } from './case-write.ts';
import { caseWrite, type Decision } from './decision.ts';
import type { TitledEdition } from './edition-names.ts';
import { editionIdOf, whyNoSeat } from './edition-outlook.ts';
import { NO_EFFECT } from './effect-rows.ts';
import { noOfHindrance } from './hindrance.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { editionFull, Refused } from './refusal.ts';
import { seatMail } from './seat-mail.ts';
import { writeRevisions } from './write-statement.ts';

/** A place in an edition, got or queued for, and the organisation that will see to it. */
export interface Seat {
  readonly activity: OpenedActivity;
  readonly status: 'enrolled' | 'waiting';
}

/**
 * Takes a seat for every enrolment that is opened. The update is conditional on a free seat, so
 * that no edition is ever oversold. Whoever came before and waits goes first.
 */
export async function takeSeats(
  client: ClientBase,
  opened: readonly OpenedActivity[],
  acceptsWaiting: boolean,
): Promise<Seat[]> {
  const enrolments = opened.filter(({ kind }) => kind === 'enrolment');
  // One order for all transactions, so that they don't wait for each other in a circle.
  enrolments.sort((a, b) => ((a.editionId ?? '') < (b.editionId ?? '') ? -1 : 1));
  const seats: Seat[] = [];
  for (const activity of enrolments) seats.push(await takeSeat(client, activity, acceptsWaiting));
  return seats;
}

const EDITION = `
SELECT e.open, o.organisation_id AS organisation, o.title, e.starts_on::text
FROM edition e JOIN opportunity o ON o.id = e.opportunity_id WHERE e.id = $1`;

interface EditionRow extends TitledEdition {
  readonly open: boolean;
  readonly organisation: string;
}

async function takeSeat(
  client: ClientBase,
  activity: OpenedActivity,
  acceptsWaiting: boolean,
): Promise<Seat> {
  const id = editionIdOf(activity.editionId);
  const { rows } = await client.query<EditionRow>(EDITION, [id]);
  const edition = rows[0];
  const why = whyNoSeat(activity, edition);
  if (why) throw new Refused(noOfHindrance(why, 'answer.edition'));
  const taken = await client.query(
    'UPDATE edition SET taken = taken + 1 WHERE id = $1 AND taken < seats',
    [id],
  );
  if (taken.rowCount === 0 && !acceptsWaiting) throw new Refused(editionFull);
  return {
    activity: { ...activity, organisationId: activity.organisationId ?? edition!.organisation },
    status: taken.rowCount === 0 ? 'waiting' : 'enrolled',
  };
}

/** The enrolments of activities that were just opened; after the activities, which they refer to. */
export async function insertEnrolments(
  client: ClientBase,
  server: Server,
  write: CaseWrite,
  seats: readonly Seat[],
): Promise<void> {
  for (const { activity, status } of seats) {
    await client.query(
      `INSERT INTO enrolment (id, case_id, activity_id, edition_id, status, queued_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [server.newId(), write.caseId, activity.id, activity.editionId, status, write.at],
    );
  }
}

/**
 * What becomes of the enrolments whose activities this revision closed: completed, or dropped and
 * the seat given back. Returns the editions in which a seat became free.
 */
export async function settleEnrolments(
  client: ClientBase,
  caseId: string,
  revision: number,
): Promise<string[]> {
  const { rows } = await client.query<{ edition_id: string; had_seat: boolean }>(
    `WITH old AS (
       SELECT n.id, n.edition_id, n.status IN ('enrolled', 'attending') AS had_seat,
         n.status AS former, a.status = 'completed' AS completed
       FROM enrolment n JOIN activity a ON a.id = n.activity_id
       WHERE a.case_id = $1 AND a.closed_revision = $2
         AND n.status IN ('waiting', 'enrolled', 'attending')
       FOR UPDATE OF n)
     UPDATE enrolment n SET status = CASE WHEN old.completed THEN 'completed' ELSE 'dropped' END,
       dropped_from = CASE WHEN old.completed THEN NULL ELSE old.former END
     FROM old WHERE n.id = old.id
     RETURNING n.edition_id, old.had_seat AND NOT old.completed AS had_seat`,
    [caseId, revision],
  );
  const freed = rows.filter(({ had_seat }) => had_seat).map(({ edition_id }) => edition_id);
  for (const editionId of freed.sort()) {
    await client.query('UPDATE edition SET taken = taken - 1 WHERE id = $1', [editionId]);
  }
  return freed;
}

/**
 * Editions with a free seat for which one of these activities waits: whoever is back in a queue
 * that emptied meanwhile is not to be overtaken by who comes next.
 */
export async function seatsForQueued(
  client: ClientBase,
  activityIds: readonly string[],
): Promise<string[]> {
  if (activityIds.length === 0) return [];
  const { rows } = await client.query<{ id: string }>(
    `SELECT DISTINCT e.id FROM enrolment n JOIN edition e ON e.id = n.edition_id
     WHERE n.activity_id = ANY ($1) AND n.status = 'waiting' AND e.taken < e.seats ORDER BY e.id`,
    [activityIds],
  );
  return rows.map(({ id }) => id);
}

/**
 * Gives the free seats of an edition to those who have waited longest, first come, first served.
 * Each gets an entry in the trace of their case, in the same transaction. To be called whenever
 * seats become free: someone left, or the edition grew.
 */
export async function offerSeats(
  server: Server,
  client: ClientBase,
  editionId: string,
): Promise<number> {
  for (let promoted = 0; ; promoted += 1) {
    const next = await nextWaiting(client, editionId);
    if (!next) return promoted;
    const taken = await client.query(
      'UPDATE edition SET taken = taken + 1 WHERE id = $1 AND taken < seats',
      [editionId],
    );
    if (taken.rowCount === 0) return promoted;
    await client.query("UPDATE enrolment SET status = 'enrolled' WHERE id = $1", [next.id]);
    await recordOffer(server, client, next, editionId);
  }
}

interface Waiting {
  readonly id: string;
  readonly case_id: string;
  readonly activity: string;
}

async function nextWaiting(client: ClientBase, editionId: string) {
  const { rows } = await client.query<Waiting>(
    `SELECT n.id, n.case_id, a.activity FROM enrolment n JOIN activity a ON a.id = n.activity_id
     WHERE n.edition_id = $1 AND n.status = 'waiting'
     ORDER BY n.queued_at, n.seq LIMIT 1 FOR UPDATE OF n`,
    [editionId],
  );
  return rows[0];
}

/** «Seat offered»: why the youth who waited now has a place, for whoever reads the trace. */
async function recordOffer(
  server: Server,
  client: ClientBase,
  { case_id: caseId, activity }: Waiting,
  edition: string,
): Promise<void> {
  await client.query('SELECT FROM "case" WHERE id = $1 FOR UPDATE', [caseId]);
  const loaded = (await loadCase(client, caseId))!;
  const decision: Decision = {
    kind: 'seat-offered',
    facts: { event: { type: 'seat-offered', edition } },
    entered: [],
    left: [],
    privateAnswers: {},
    rows: NO_EFFECT,
  };
  const now = server.clock();
  const seat = { activity: { activity }, status: 'enrolled' } as const;
  const mail = [
    ...(await seatMail(server, client, loaded, [seat], now)),
    ...(loaded.manager ? [offerMail(server, loaded, loaded.manager)] : []),
  ];
  const write = caseWrite(server, loaded, decision, { kind: 'system' }, now, mail, undefined);
  await writeRevisions(client, [write]);
}

/** The case manager is told too, and calls those whom mail doesn't reach. */
function offerMail(
  server: Server,
  { id, revision }: LoadedCase,
  { email, language }: NonNullable<LoadedCase['manager']>,
): MailRow {
  const link = `${server.settings.publicUrl}/desk/cases/${id}`;
  const text =
    language === 'it'
      ? {
          subject: 'Si è liberato un posto',
          body: `Chi era in lista d’attesa ora ha un posto. Senti il giovane: ${link}`,
        }
      : {
          subject: 'A seat is free',
          body: `Who was on the waiting list has a seat now. Please tell them: ${link}`,
        };
  const key = `case:${id}:${revision + 1}:seat-offered`;
  return { id: server.newId(), key, recipient: email, ...text };
}
