import type { ClientBase } from 'pg';
import type { Server } from '../server.ts';
import { findActivityInput } from './activity-input.ts';
import type { MailRow } from './case-write.ts';
import { NO_EFFECT } from './effect-rows.ts';
import type { LoadedCase } from './load-case.ts';
import { mailOf } from './messages.ts';
import { pathwayVersion } from './pathway-versions.ts';
import type { Seat } from './seats.ts';

/**
 * The pathway's own messages to those who got a seat or wait for one: whether there was one is
 * known only in the transaction that took it.
 */
export async function seatMail(
  server: Server,
  client: ClientBase,
  loaded: LoadedCase,
  seats: readonly { readonly activity: { readonly activity: string }; status: Seat['status'] }[],
  now: Date,
): Promise<MailRow[]> {
  if (seats.length === 0) return [];
  const { document } = await pathwayVersion(server, loaded.pathwayId, loaded.version, client);
  const messages = seats.flatMap(
    ({ activity, status }) =>
      findActivityInput(document, activity.activity)?.messages?.[status] ?? [],
  );
  return mailOf(server, loaded, document, { rows: { ...NO_EFFECT, messages } }, now, client);
}
