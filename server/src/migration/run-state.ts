import type { ClientBase } from 'pg';
import type { MigrationView } from '../contract/migrations.ts';
import { type No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { changeMigration, changeWithPathway } from './change-migration.ts';
import type { MigrationHead } from './migration-head.ts';
import { queueMigration } from './migration-job.ts';
import { migrationView } from './migration-view.ts';
import { addNewcomers, areThereNewcomers } from './newcomers.ts';
import { AT_REST, leaveWaiting, whyElsewhere } from './other-plans.ts';

const START = `
update pathway_migration set status = 'running', started_at = $2, started_by = $3,
  revision = revision + 1
where id = $1`;

/** Begins to move the cases; whoever comes second is told that it is under way. */
export async function startMigration(
  server: Server,
  { params, revision, reader }: Asked<'startMigration'>,
): Promise<MigrationView | No> {
  const start = async (client: ClientBase, head: MigrationHead) => {
    const refused =
      (await whyNotStart(client, head)) ??
      (await whyUnseen(client, head)) ??
      (await whyUndecided(client, head));
    if (refused) return refused;
    await client.query(START, [params.id, server.clock(), reader.id]);
    await queueMigration(client, params.id);
    return undefined;
  };
  const refused = await changeWithPathway(server, params.id, ['planned'], start, revision);
  return refused ?? (await migrationView(server.pool, params.id))!;
}

/** The pathway is held: no other plan of it is started, and no version published, meanwhile. */
async function whyNotStart(client: ClientBase, head: MigrationHead): Promise<No | undefined> {
  const { pathwayId, toVersion } = head;
  if (toVersion === null) return no('migration-preview-only');
  const { rows } = await client.query<{ current: number }>(
    'select current_version as current from pathway where id = $1',
    [pathwayId],
  );
  if (rows[0]!.current !== toVersion) return no('migration-outdated');
  return whyElsewhere(client, head);
}

/** Of them nothing was said yet, of seats neither. Who reads the plan has it found out. */
async function whyUnseen(client: ClientBase, { id }: MigrationHead): Promise<No | undefined> {
  if (!(await areThereNewcomers(client, id))) return undefined;
  return no('migration-not-now', { detail: HAS_NEWCOMERS });
}

const HAS_NEWCOMERS = {
  it: 'Nel frattempo qualcuno è arrivato su una versione precedente: il piano si ricalcola anche per chi è arrivato. Guarda che cosa cambia, poi comincia.',
  en: 'Meanwhile somebody came onto an older version: the plan is being worked out anew, for whoever came too. See what changes, then start.',
};

async function whyUndecided(client: ClientBase, { id }: MigrationHead): Promise<No | undefined> {
  const { groups, questions } = (await migrationView(client, id))!;
  const open = groups.filter(
    ({ verdict, stays, count }) => verdict === 'needs-decision' && !stays && count > 0,
  );
  if (open.length === 0) return undefined;
  const asked = questions.filter((one) => open.some((group) => one.groups.includes(group.id)));
  const faults = asked.map(({ steps, words }) => ({ path: steps.join(' '), message: words }));
  return no('migration-undecided', { faults });
}

const STOP = `
update pathway_migration m set status = ${AT_REST}, ended_at = coalesce(ended_at, $2)
where id = $1`;

/** What is being moved just now is moved to its end. */
export function stopMigration(
  server: Server,
  { params }: Asked<'stopMigration'>,
): Promise<No | undefined> {
  return changeMigration(server, params.id, ['running', 'stopped'], async (client) => {
    await client.query(STOP, [params.id, server.clock()]);
    return undefined;
  });
}

const GO_ON = `update pathway_migration set status = 'running', ended_at = null where id = $1`;
const TRY_AGAIN = `
update pathway_migration_case set status = 'waiting', error_id = null, reason = null
where migration_id = $1 and status = 'failed'`;

/** Goes on after a stop; also tries again what failed. */
export function resumeMigration(
  server: Server,
  { params }: Asked<'resumeMigration'>,
): Promise<No | undefined> {
  return changeWithPathway(server, params.id, ['stopped', 'done'], async (client, head) => {
    const refused = await whyNotStart(client, head);
    if (refused) return refused;
    const { rowCount } = await client.query(TRY_AGAIN, [params.id]);
    if (head.status === 'done' && rowCount === 0) return no('migration-not-now');
    if (head.status === 'stopped') await addNewcomers(client, params.id);
    await client.query(GO_ON, [params.id]);
    await queueMigration(client, params.id);
    return undefined;
  });
}

const TAKE_BACK = `
update pathway_migration set status = 'taking-back', taken_back_by = $2, ended_at = null
where id = $1`;
/** Of another time, when they could not be put back. */
const FORGET_REASONS = `
update pathway_migration_case set reason = null, error_id = null
where migration_id = $1 and status = 'moved' and (reason is not null or error_id is not null)`;

/**
 * Puts back every case that was moved and has not gone on since. Nobody waits any more; who could
 * not be put back the last time is tried again.
 */
export function takeBackMigration(
  server: Server,
  { params, reader }: Asked<'takeBackMigration'>,
): Promise<No | undefined> {
  return changeWithPathway(server, params.id, ['stopped', 'done'], async (client, head) => {
    const refused = await whyElsewhere(client, head);
    if (refused) return refused;
    await leaveWaiting(client, [params.id]);
    await client.query(FORGET_REASONS, [params.id]);
    await client.query(TAKE_BACK, [params.id, reader.id]);
    await queueMigration(client, params.id);
    return undefined;
  });
}
