import type { ClientBase } from 'pg';
import type { GroupChanges } from '../contract/migration-changes.ts';
import { type No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { changeMigration } from './change-migration.ts';
import { decideAnew } from './decide-group.ts';
import type { MigrationHead } from './migration-head.ts';
import { inBoth } from './stay-rules.ts';
import { type StoredPlan, storedGroups, storedPlan } from './stored-plan.ts';
import { whoAsked } from './who.ts';

// Whoever excepts another time gives another reason.
const EXCEPT = `
update pathway_migration_case set status = 'kept', reason = $3, error_id = null
where migration_id = $1 and case_id = $2 and status in ('waiting', 'parked', 'failed', 'kept')`;
const INCLUDE = `
update pathway_migration_case set status = 'waiting', reason = null
where migration_id = $1 and case_id = $2 and status = 'kept'`;

/** This case stays on its version, even while the others are being moved. */
export function exceptCase(
  server: Server,
  { params, body }: Asked<'exceptCase'>,
): Promise<No | undefined> {
  const reason = inBoth(body.reason);
  return changeMigration(
    server,
    params.id,
    ['planned', 'running', 'stopped'],
    async (client, head) => {
      const { rowCount } = await client.query(EXCEPT, [params.id, params.case, reason]);
      if (rowCount === 0) return whyNot(client, params);
      await toldAnew(client, head);
      return undefined;
    },
  );
}

/** It goes over like the others after all. */
export function includeCase(
  server: Server,
  { params }: Asked<'includeCase'>,
): Promise<No | undefined> {
  return changeMigration(server, params.id, ['planned', 'stopped'], async (client, head) => {
    const { rowCount } = await client.query(INCLUDE, [params.id, params.case]);
    if (rowCount === 0) return whyNot(client, params);
    await toldAnew(client, head);
    return undefined;
  });
}

const EXCEPT_MANY = (who: string) => `
update pathway_migration_case m set status = 'kept', reason = $2, error_id = null
where m.migration_id = $1 and ${who} and m.status in ('waiting', 'parked', 'failed')`;
const INCLUDE_MANY = (who: string) => `
update pathway_migration_case m set status = 'waiting', reason = null
where m.migration_id = $1 and ${who} and m.status = 'kept'`;

/** All behind a count at once, as it is now; a rule for a step is made or lifted elsewhere. */
export async function exceptCases(
  server: Server,
  { params, body: { who, exception }, revision }: Asked<'exceptCases'>,
): Promise<{ count: number } | No> {
  let count = 0;
  const stays = exception.kind === 'stay';
  const refused = await changeMigration(
    server,
    params.id,
    stays ? ['planned', 'running', 'stopped'] : ['planned', 'stopped'],
    async (client, head) => {
      const given = stays ? [params.id, inBoth(exception.reason)] : [params.id];
      const groups = (await storedGroups(client, params.id))!;
      const { sql, values } = whoAsked(groups, who, given.length + 1);
      const change = stays ? EXCEPT_MANY(sql) : INCLUDE_MANY(sql);
      const changed = await client.query(change, [...given, ...values]);
      count = changed.rowCount ?? 0;
      if (count === 0) return no('migration-case-not-now');
      await toldAnew(client, head);
      return undefined;
    },
    revision,
  );
  return refused ?? { count };
}

const RAISE = 'update pathway_migration set revision = revision + 1 where id = $1';

/** Whoever stays leaves seats to the others, and needs one after all once they are to go. */
async function toldAnew(
  client: ClientBase,
  { id, status, decisions }: MigrationHead,
): Promise<void> {
  const plan = status === 'planned' ? await storedPlan(client, id) : null;
  if (plan && isToldOfAll(plan)) await decideAnew(client, id, decisions);
  else await client.query(RAISE, [id]);
}

/** Is anything said that depends on who else goes over? */
function isToldOfAll({ groups, questions }: StoredPlan): boolean {
  const takesSeats = (changes: GroupChanges | null) =>
    changes?.opened.some(({ kind }) => kind === 'enrolment' || kind === 'pathway') ?? false;
  return (
    groups.some(
      (group) =>
        takesSeats(group.changes) ||
        group.questions.some(({ choices }) => choices.some((one) => takesSeats(one.changes))),
    ) ||
    questions.some(({ choices }) =>
      choices.some(
        ({ foreseen }) => (foreseen?.blocked.length ?? 0) + (foreseen?.undecided ?? 0) > 0,
      ),
    )
  );
}

async function whyNot(
  client: ClientBase,
  params: { readonly id: string; readonly case: string },
): Promise<No> {
  const { rowCount } = await client.query(
    'select from pathway_migration_case where migration_id = $1 and case_id = $2',
    [params.id, params.case],
  );
  return no(rowCount === 0 ? 'not-found' : 'migration-case-not-now');
}
