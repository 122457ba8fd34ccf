import { newToken } from '../access/tokens.ts';
import { Organisation, Person } from '../database/entities.ts';
import type { Server } from '../server.ts';

const WEEK_MS = 7 * 24 * 3_600_000;
const EMAIL = 'amministrazione@percorso.example';

/**
 * The first account of an empty start: it administers and coordinates, and may change its own
 * address and add the others. Answers the line that says where its password is chosen.
 */
export async function inviteAdministrator(server: Server): Promise<string> {
  const em = server.orm.em.fork();
  const id = server.newId();
  em.create(Person, {
    id,
    name: 'Amministrazione',
    email: EMAIL,
    organisation: em.getReference(Organisation, 'comune-di-milano'),
    language: 'it',
    roles: ['administrator', 'coordinator'],
    createdAt: server.clock(),
  });
  await em.flush();
  const { token, hash } = newToken(server);
  await server.pool.query(
    'INSERT INTO password_reset (token_hash, person_id, expires_at) VALUES ($1, $2, $3)',
    [hash, id, new Date(server.clock().getTime() + WEEK_MS)],
  );
  const link = `${server.settings.publicUrl}/desk/new-password#${token}`;
  return `First account: ${EMAIL}. Choose its password within a week: ${link}`;
}
