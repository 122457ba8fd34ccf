/** Vitest's global set-up of the `database` project: one PostgreSQL and one migrated template. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from './embedded/embedded.ts';
import { migrate } from './migrate.ts';
import type { TestCluster } from './testing.ts';

interface Source {
  readonly maintenance: ClientConfig;
  readonly owner: ClientConfig;
  readonly server: ClientConfig;
  readonly stop: () => Promise<void>;
}

async function embeddedSource(): Promise<Source> {
  const directory = await mkdtemp(join(tmpdir(), 'percorso-test-'));
  const embedded = await startEmbedded({ directory, isDurable: false });
  const { owner, server } = embedded.access;
  return {
    maintenance: { ...embedded.superuser, database: 'postgres' },
    owner,
    server,
    stop: async () => {
      await embedded.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** A server of one's own: its role must be allowed to create databases. */
function urlSource(url: string): Source {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const config: ClientConfig = {
    host: searchParams.get('host') ?? hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1) || 'postgres',
  };
  return { maintenance: config, owner: config, server: config, stop: async () => {} };
}

async function execute(config: ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function makeTemplate(source: Source, template: string): Promise<void> {
  const { maintenance, owner, server } = source;
  const role = pg.escapeIdentifier(owner.user!);
  await execute(maintenance, `create database ${template} owner ${role}`);
  const database = template;
  await migrate({ owner: { ...owner, database }, server: { ...server, database } });
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL;
  const source = url ? urlSource(url) : await embeddedSource();
  const template = `template_${process.pid}`;
  const { maintenance, owner, server } = source;
  const teardown = async () => {
    await execute(maintenance, `drop database if exists ${template} with (force)`);
    await source.stop();
  };
  try {
    await makeTemplate(source, template);
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide('testCluster', { maintenance, owner, server, template } satisfies TestCluster);
  return teardown;
}
