import { createHmac } from 'node:crypto';
import type { ClientConfig } from 'pg';
import pg from 'pg';
import type { DatabaseAccess } from '../connection.ts';

/** The role that initdb makes. Used to make the other two, and by nobody else. */
export const SUPERUSER = 'postgres';
/** Owns the tables: migrations, backup and restore. */
const OWNER = 'percorso_owner';
/** Serves: it owns none of our tables, so that it can neither change them nor go round a rule. */
const SERVER = 'percorso';
const DATABASE = 'percorso';

/** Each role has its own password, made from the one secret of the installation. */
export function passwordOf(role: string, secret: string): string {
  return createHmac('sha256', secret).update(role).digest('hex');
}

export function configOf(host: string, role: string, secret: string): ClientConfig {
  return { host, user: role, password: passwordOf(role, secret), database: DATABASE };
}

export function accessByRoles(host: string, secret: string): DatabaseAccess {
  return { server: configOf(host, SERVER, secret), owner: configOf(host, OWNER, secret) };
}

async function withClient<T>(config: ClientConfig, use: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function makeRole(client: pg.Client, role: string, secret: string): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const verb = found.rowCount ? 'alter' : 'create';
  await client.query(`${verb} role ${role} login password '${passwordOf(role, secret)}'`);
}

/** Makes the two roles and the database when they aren't there yet. */
export async function prepareRoles(host: string, secret: string): Promise<void> {
  const root = { ...configOf(host, SUPERUSER, secret), database: 'postgres' };
  await withClient(root, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount) return;
    await makeRole(client, OWNER, secret);
    await makeRole(client, SERVER, secret);
    await client.query(`create database ${DATABASE} owner ${OWNER}`);
    await client.query(`revoke all on database ${DATABASE} from public`);
    await client.query(`grant connect, temporary on database ${DATABASE} to ${SERVER}`);
  });
}
