import type { ClientBase } from 'pg';
import type { No } from '../http/problems.ts';
import type { Server } from '../server.ts';
import type { CaseWrite } from './case-write.ts';
import { type Decision, mailJob } from './decision.ts';
import { inTransaction } from './in-transaction.ts';
import type { LoadedCase } from './load-case.ts';
import { Refused } from './refusal.ts';
import { seatMail } from './seat-mail.ts';
import {
  insertEnrolments,
  offerSeats,
  seatsForQueued,
  settleEnrolments,
  takeSeats,
} from './seats.ts';
import { startSubCases, withdrawSubCases } from './sub-cases.ts';
import { type Written, writeRevisions } from './write-statement.ts';

export interface Revision {
  readonly loaded: LoadedCase;
  readonly decision: Decision;
  readonly write: CaseWrite;
}

/** Thrown to roll back when the case had moved on before the write. */
class Stale extends Error {}

/** PostgreSQL ended one of several transactions that waited for each other: it may just try again. */
const DEADLOCK = '40P01';

/**
 * Writes a revision that also changes seats, sub-cases or other rows, all or nothing. Undefined
 * when the case had moved on; a refusal when something else said no.
 */
export async function writeInTransaction(
  server: Server,
  revision: Revision,
): Promise<Written | No | undefined> {
  try {
    return await inTransaction(server, (client) => writeRevision(server, client, revision));
  } catch (error) {
    if (error instanceof Refused) return error.no;
    if (isOvertaken(error)) return undefined;
    throw error;
  }
}

/** Was it rolled back because somebody else was faster? Then it may be decided anew. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof Stale || (error as { code?: string }).code === DEADLOCK;
}

/** Within an open transaction; throws to roll it back. Seats first: see `takeSeats`. */
export async function writeRevision(
  server: Server,
  client: ClientBase,
  { loaded, decision, write }: Revision,
): Promise<Written> {
  const seats = await takeSeats(client, write.opened, decision.acceptsWaiting ?? true);
  const seated = new Map(seats.map(({ activity }) => [activity.id, activity]));
  const opened = write.opened.map((activity) => seated.get(activity.id) ?? activity);
  await startSubCases(server, client, loaded, decision, new Date(write.at));
  const as = { ...loaded, version: write.version };
  const told = await seatMail(server, client, as, seats, new Date(write.at));
  const mail = [...write.mail, ...told];
  const jobs = [...write.jobs, ...told.map(mailJob)];
  const [written] = await writeRevisions(client, [{ ...write, opened, mail, jobs }]);
  if (!written) throw new Stale();
  await insertEnrolments(client, server, write, seats);
  await decision.within?.(client);
  await withdrawSubCases(server, client, loaded.id, written.revision);
  for (const edition of await settleEnrolments(client, loaded.id, written.revision)) {
    await offerSeats(server, client, edition);
  }
  const again = write.revised.map(({ id }) => id);
  for (const edition of await seatsForQueued(client, again)) {
    await offerSeats(server, client, edition);
  }
  return written;
}
