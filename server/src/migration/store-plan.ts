import type { ClientBase } from 'pg';
import { withTransaction } from '../database/transaction.ts';
import type { Server } from '../server.ts';
import { byVersion, type Inside } from './inside.ts';
import type { MigrationHead } from './migration-head.ts';
import type { Planned } from './plan-work.ts';

const STORE = `
update pathway_migration set status = 'planned', plan = $3, done = $4, total = $4
where id = $1 and revision = $2 and status = 'computing'`;
const FORGET = `delete from pathway_migration_case where migration_id = $1 and status <> 'kept'`;
// Whoever was excepted stays so.
const NOTE = `
insert into pathway_migration_case (migration_id, case_id, version, "group", verdict, status,
  revision_before)
select $1, i.id, i.version, i.group, i.verdict, 'waiting', i.revision
from unnest($2::uuid[], $3::int[], $4::text[], $5::text[], $6::int[])
  as i(id, version, "group", verdict, revision)
join "case" c on c.id = i.id
on conflict (migration_id, case_id) do update set version = excluded.version,
  "group" = excluded.group, verdict = excluded.verdict, revision_before = excluded.revision_before`;

/** Keeps what was found out, all of it or, when somebody decided something meanwhile, nothing. */
export async function storePlan(
  { pool }: Server,
  { id, revision }: MigrationHead,
  inside: readonly Inside[],
  planned: Planned,
): Promise<void> {
  const plan = JSON.stringify(planned.plan);
  await withTransaction(pool, async (client) => {
    const stored = await client.query(STORE, [id, revision, plan, inside.length]);
    if (stored.rowCount === 0) return;
    await client.query(FORGET, [id]);
    await noteCases(client, id, inside, planned);
  });
}

const NOTED_AT_ONCE = 1000;

async function noteCases(
  client: ClientBase,
  id: string,
  inside: readonly Inside[],
  { plan, groups }: Planned,
): Promise<void> {
  const verdicts = new Map(plan.groups.map((group) => [group.id, group.verdict]));
  for (const [at, [, cases]] of byVersion(inside).entries()) {
    for (let from = 0; from < cases.length; from += NOTED_AT_ONCE) {
      const some = cases.slice(from, from + NOTED_AT_ONCE);
      const theirs = groups[at]!.slice(from, from + NOTED_AT_ONCE);
      await client.query(NOTE, [
        id,
        some.map((one) => one.id),
        some.map(({ version }) => version),
        theirs,
        theirs.map((group) => verdicts.get(group)),
        some.map((one) => one.revision),
      ]);
    }
  }
}
