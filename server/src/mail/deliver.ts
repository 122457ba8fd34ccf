import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport';
import type { PoolClient } from 'pg';
import { withTransaction } from '../database/transaction.ts';
import type { Server } from '../server.ts';

/** After so many tries, the waits between them doubling from a minute: about seventeen hours. */
const ATTEMPTS_MAX = 10;
const SOCKET_TIMEOUT_MS = 20_000;
/** It is the mail server that fails, and not the message: the next one would fare no better. */
const SERVER_FAULTS = ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'EAUTH'];

/** Sends one message; throws when it was not accepted. */
export type SendMail = (message: OutboxRow & { readonly messageId: string }) => Promise<void>;

interface OutboxRow {
  readonly id: string;
  readonly key: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

// The lock lasts while the message is being sent: of several processes one sends it.
const TAKE = `
select id, key, recipient, subject, body from outbox
where status = 'waiting' and attempts < ${ATTEMPTS_MAX}
  and at + make_interval(secs => 60 * (power(2, attempts) - 1)) <= $1
order by at limit 1 for update skip locked`;

const KEEP = `update outbox set status = 'kept' where status = 'waiting'`;

const MISSED = `
update outbox set attempts = attempts + 1, last_error = $2,
  status = case when attempts + 1 >= ${ATTEMPTS_MAX} then 'failed' else 'waiting' end
where id = $1`;

const SENT = `
update outbox set attempts = attempts + 1, last_error = null, status = 'sent' where id = $1`;

/**
 * Sends what waits in the outbox, at least once each; without a mail server it is kept there to be
 * read. A crash between sending and noting it repeats the message under the same Message-ID. Where
 * the mail server itself fails, the others wait for the next call.
 */
export async function deliverMail(server: Server, send?: SendMail): Promise<void> {
  const { smtpUrl } = server.settings;
  if (smtpUrl === null && !send) {
    await server.pool.query(KEEP);
    return;
  }
  const sender = send ?? smtpSender(smtpUrl!, server.settings.mailFrom);
  while (await deliverOne(server, sender));
}

/** Is another worth a try? */
function deliverOne(server: Server, send: SendMail): Promise<boolean> {
  return withTransaction(server.pool, async (client) => {
    const { rows } = await client.query<OutboxRow>(TAKE, [server.clock()]);
    return rows[0] ? attempt(server, client, rows[0], send) : false;
  });
}

async function attempt(server: Server, client: PoolClient, row: OutboxRow, send: SendMail) {
  const hash = createHash('sha256').update(row.key).digest('hex').slice(0, 32);
  const messageId = `<${hash}@${new URL(server.settings.publicUrl).hostname}>`;
  try {
    await send({ ...row, messageId });
    await client.query(SENT, [row.id]);
    return true;
  } catch (error) {
    const reason = String((error as { code?: unknown } | null)?.code ?? 'refused');
    server.log.warn('A message could not be sent', { message: row.id, reason });
    await client.query(MISSED, [row.id, reason]);
    return !SERVER_FAULTS.includes(reason);
  }
}

function smtpSender(url: string, from: string): SendMail {
  const timeouts = {
    connectionTimeout: SOCKET_TIMEOUT_MS,
    greetingTimeout: SOCKET_TIMEOUT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    dnsTimeout: SOCKET_TIMEOUT_MS,
  };
  const transport = createTransport({ url, ...timeouts } as SMTPTransport.Options, { from });
  return async ({ messageId, recipient, subject, body }) => {
    await transport.sendMail({ messageId, to: recipient, subject, text: body });
  };
}
