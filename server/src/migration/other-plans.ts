import type { ClientBase } from 'pg';
import { type No, no } from '../http/problems.ts';
import type { Server } from '../server.ts';
import type { MigrationHead } from './migration-head.ts';
import { shutGateTo } from './plan-gate.ts';

/** Who waits when a plan comes to its end is somebody for the next one. */
const LEAVE_WAITING = `
update pathway_migration_case c set status = 'parked', reason = $2
where c.migration_id = any ($1) and c.status = 'waiting'`;
export const IS_CLOSED = {
  it: 'Lo spostamento si è chiuso prima del suo turno: se ne occuperà il prossimo piano.',
  en: 'The migration was ended before its turn came: the next plan will take care of it.',
};

export async function leaveWaiting(client: ClientBase, plans: readonly string[]): Promise<void> {
  if (plans.length > 0) await client.query(LEAVE_WAITING, [plans, IS_CLOSED]);
}

// One whose row is held is just being changed, and under way still.
const END_OUTDATED = `
update pathway_migration set status = 'done' where id in (
  select m.id from pathway_migration m join pathway w on w.id = m.pathway_id
  where m.pathway_id = $1 and m.id <> $2 and m.status = 'stopped'
    and m.to_version <> w.current_version
  for update of m skip locked)
returning id`;
const ELSEWHERE = `
select from pathway_migration
where pathway_id = $1 and id <> $2 and status in ('running', 'stopped', 'taking-back')`;

/**
 * Is another plan of the pathway under way? One that was stopped and can't go on, since its version
 * is no longer the current one, is ended: those moved stay. The pathway is held.
 */
export async function whyElsewhere(
  client: ClientBase,
  { id, pathwayId }: MigrationHead,
): Promise<No | undefined> {
  const ended = await client.query<{ id: string }>(END_OUTDATED, [pathwayId, id]);
  await leaveWaiting(
    client,
    ended.rows.map((one) => one.id),
  );
  const { rowCount } = await client.query(ELSEWHERE, [pathwayId, id]);
  return rowCount === 0 ? undefined : no('migration-elsewhere');
}

/** What plan m is once it is stopped: with nobody left to be moved it is through. */
export const AT_REST = `case when exists (
    select from pathway_migration_case c where c.migration_id = m.id and c.status = 'waiting')
  then 'stopped' else 'done' end`;

const STOP = `
update pathway_migration m set status = ${AT_REST}, ended_at = $3
where pathway_id = $1 and to_version = $2 and status = 'running'`;

/** Nobody more goes over to a version that is withdrawn. The pathway is held. */
export async function stopMovesTo(
  { clock }: Server,
  client: ClientBase,
  pathway: string,
  version: number,
): Promise<void> {
  await shutGateTo(client, pathway, version);
  await client.query(STOP, [pathway, version, clock()]);
}
