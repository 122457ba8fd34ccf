/**
 * Who may go on with a plan, in the order of asking. Those who go over its cases share its row, and
 * PostgreSQL lets ever more of them share it while somebody waits to have it alone: with two lanes
 * a stop would wait until everybody is moved. So both come through this gate first, to the end of
 * their transaction: it is shut behind the first who wants to be alone.
 */
import type { ClientBase } from 'pg';

const KEY = (id: string) => `hashtextextended('migration:' || ${id}, 0)`;
const PASS = `select pg_advisory_xact_lock_shared(${KEY('$1::text')})`;
const SHUT = `select pg_advisory_xact_lock(${KEY('$1::text')})`;
const SHUT_RUNNING = `
select pg_advisory_xact_lock(${KEY('id')}) from pathway_migration
where pathway_id = $1 and to_version = $2 and status = 'running'`;

/** For whoever goes over cases. */
export async function passGate(client: ClientBase, plan: string): Promise<void> {
  await client.query({ name: 'migration-pass', text: PASS, values: [plan] });
}

/** For whoever changes the plan: once those who are through have finished what they are at. */
export async function shutGate(client: ClientBase, plan: string): Promise<void> {
  await client.query(SHUT, [plan]);
}

/** The same of the plan by which cases are going over to a version, if there is one. */
export async function shutGateTo(
  client: ClientBase,
  pathway: string,
  version: number,
): Promise<void> {
  await client.query(SHUT_RUNNING, [pathway, version]);
}
