/**
 * What a migration wrote, written once more onto other cases by plain set-based statements, one for
 * each table: the same rows, which stand ready, with nothing read, decided or proven.
 */
import type { ClientBase, Pool } from 'pg';

/** Pairs each migrated case with one of as many others, and lays out what is to be written. */
const STAGE = `
create temp table pair as
select a.id as model, b.id as other, b.revision as other_revision
from unnest($1::uuid[], $2::uuid[]) as p(a, b)
join "case" a on a.id = p.a join "case" b on b.id = p.b;
create temp table new_case as
select p.other as id, c.version, c.snapshot, c.steps, c.changed_at, c.last_hash
from pair p join "case" c on c.id = p.model;
create temp table new_entry as
select p.other as case_id, p.other_revision + 1 as revision, e.at, e.kind, e.actor_kind,
  e.actor_id, e.entered, e.left_steps, e.facts, e.salt, e.digest, e.hash
from pair p join "case" c on c.id = p.model
join trace_entry e on e.case_id = c.id and e.revision = c.revision;
create temp table new_activity as
select p.other as case_id, a.activity, a.label, a.help, a.form, a.due_at, a.role, a.step
from pair p join activity a on a.case_id = p.model and a.status = 'open';
create temp table new_timer as
select p.other as case_id, t.timer, t.step, t.due_at
from pair p join timer t on t.case_id = p.model;
analyze pair`;

/** Each with the rows of one table as its parameter, as a program would send them. */
const WRITE: Readonly<Record<string, readonly string[]>> = {
  new_case: [
    `update "case" c set version = n.version, revision = c.revision + 1, snapshot = n.snapshot,
       steps = n.steps, changed_at = n.changed_at, last_hash = n.last_hash
     from json_populate_recordset(null::new_case, $1) n where c.id = n.id`,
    `delete from timer t using json_populate_recordset(null::new_case, $1) n
     where t.case_id = n.id`,
  ],
  new_entry: [
    `insert into trace_entry (case_id, revision, at, kind, actor_kind, actor_id, entered,
       left_steps, facts, salt, digest, hash)
     select * from json_populate_recordset(null::new_entry, $1)`,
  ],
  new_activity: [
    `update activity a set label = n.label, help = n.help, form = n.form, due_at = n.due_at,
       role = n.role, step = n.step
     from json_populate_recordset(null::new_activity, $1) n
     where a.case_id = n.case_id and a.activity = n.activity and a.status = 'open'`,
  ],
  new_timer: [
    `insert into timer (case_id, timer, step, due_at)
     select * from json_populate_recordset(null::new_timer, $1)`,
    `select count(*) from graphile_worker.add_jobs(array(
       select ('fire-timer', json_build_object('caseId', case_id, 'timer', timer), null, due_at,
         null, 'timer:' || case_id || ':' || timer, null, null)::graphile_worker.job_spec
       from json_populate_recordset(null::new_timer, $1)))`,
  ],
};

/** How many milliseconds it takes, in one transaction. */
export async function writeSetBased(
  pool: Pool,
  models: readonly string[],
  others: readonly string[],
): Promise<number> {
  const client = await pool.connect();
  try {
    const tables = await stage(client, models, others);
    const begin = performance.now();
    await client.query('begin');
    for (const [table, rows] of tables) {
      for (const statement of WRITE[table]!) await client.query(statement, [rows]);
    }
    await client.query('commit');
    return performance.now() - begin;
  } finally {
    client.release(true);
  }
}

/** The rows of each table as JSON. */
async function stage(client: ClientBase, models: readonly string[], others: readonly string[]) {
  const [pairs, ...rest] = STAGE.split(';');
  const list = (ids: readonly string[]) => `'{${ids.join()}}'`;
  await client.query(pairs!.replace('$1', list(models)).replace('$2', list(others)));
  for (const statement of rest) await client.query(statement);
  const tables: [string, string][] = [];
  for (const table of Object.keys(WRITE)) {
    const { rows } = await client.query<{ rows: string }>(
      `select json_agg(t)::text as rows from ${table} t`,
    );
    tables.push([table, rows[0]!.rows]);
  }
  return tables;
}
