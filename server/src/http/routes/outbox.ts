import { logAccess } from '../../access/access-log.ts';
import { hasRole, type Reader } from '../../access/reader.ts';
import type { OutboxMessage } from '../../contract/programme.ts';
import { type Api, route } from '../route.ts';

const LIST = `
select m.id, m.at, m.recipient as "to", m.subject, m.body, m.status, m.attempts,
  m.key like 'password:%' as is_password,
  exists (select from person p where lower(p.email) = lower(m.recipient)
    and 'administrator' = any(p.roles)) as is_to_administrator,
  (select count(*)::int from outbox) as total
from outbox m order by m.at desc, m.id desc offset $1 limit $2`;

interface Listed extends Omit<OutboxMessage, 'at'> {
  at: Date;
  is_password: boolean;
  is_to_administrator: boolean;
  total: number;
}

export function outboxRoutes(api: Api): void {
  const { pool } = api.server;
  route(api, 'listOutbox', async ({ reader, query }) => {
    await logAccess(api.server, reader.id, 'listOutbox');
    const { rows } = await pool.query<Listed>(LIST, [query.offset, query.limit]);
    const total = rows[0]?.total ?? (await countAll(api));
    return { total, messages: rows.map((row) => messageFor(reader, row)) };
  });
}

/** Asked only for a page beyond the end. */
async function countAll({ server }: Api): Promise<number> {
  const { rows } = await server.pool.query<{ n: number }>('select count(*)::int as n from outbox');
  return rows[0]?.n ?? 0;
}

const HIDDEN = '[…]';

/**
 * A link to choose a password opens an account. It can be read here only while no mail server
 * delivers it, and that of an administrator only by administrators.
 */
function messageFor(reader: Reader, row: Listed): OutboxMessage {
  const { is_password: isPassword, is_to_administrator: isToAdministrator } = row;
  const mayReadLink =
    row.status === 'kept' && (!isToAdministrator || hasRole(reader, 'administrator'));
  const isHidden = isPassword && !mayReadLink;
  return {
    id: row.id,
    at: row.at.toISOString(),
    to: row.to,
    subject: row.subject,
    body: isHidden ? row.body.replaceAll(/https?:\/\/\S+/g, HIDDEN) : row.body,
    status: row.status,
    attempts: row.attempts,
  };
}
