import type { Pool } from 'pg';
import { logAccess } from '../access/access-log.ts';
import type { TakeBackPreview } from '../contract/migrations.ts';
import type { Words } from '../contract/words.ts';
import { No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { migrationHead } from './migration-head.ts';
import { busyAsValue, MovingBusy } from './moving-busy.ts';
import { isReady, type Outcome, type Ready, type UnderWay } from './prepare.ts';
import { prepareReturns } from './prepare-returns.ts';
import { type StoredGroup, storedGroups } from './stored-plan.ts';

/** Looked at one by one; beyond that whoever has a later entry, or was erased, has gone on. */
const EXAMINED_MAX = 500;
const EXAMPLES_MAX = 50;

/** What taking everybody back would do now, and what it couldn't; nothing is changed. */
export async function previewTakeBack(
  server: Server,
  { params, reader }: Asked<'previewTakeBack'>,
): Promise<TakeBackPreview | No> {
  const head = await migrationHead(server.pool, params.id);
  if (!head) return no('not-found');
  if (head.toVersion === null) return no('migration-preview-only');
  await logAccess(server, reader.id, 'previewTakeBack');
  const { id, pathwayId, toVersion, decisions } = head;
  const actor = { kind: 'person', id: reader.id } as const;
  const plan = { id, pathwayId, toVersion, decisions, actor };
  const { pool } = server;
  // No connection is held meanwhile: the thread may be busy with others for long.
  const { moved, later } = await movedSoFar(pool, id);
  const goneOn = await busyAsValue(whoWentOn(server, plan, later.slice(0, EXAMINED_MAX)));
  if (goneOn instanceof No) return goneOn;
  const count = goneOn.length + Math.max(0, later.length - EXAMINED_MAX);
  return {
    returning: moved - count,
    goneOn: count,
    examples: await named(pool, goneOn.slice(0, EXAMPLES_MAX)),
    messages: await messagesThatLeft(pool, id),
    seatsTaken: await seatsTaken(pool, id),
  };
}

const MOVED = `
select m.case_id as id,
  c.revision <> m.revision_after or c.status <> 'active' or p.erased_at is not null as "isLater"
from pathway_migration_case m join "case" c on c.id = m.case_id
join participant p on p.id = c.participant_id
where m.migration_id = $1 and m.status = 'moved' order by m.case_id`;

async function movedSoFar(pool: Pool, id: string) {
  const { rows } = await pool.query<{ id: string; isLater: boolean }>(MOVED, [id]);
  return { moved: rows.length, later: rows.filter(({ isLater }) => isLater).map((one) => one.id) };
}

interface GoneOn {
  readonly id: string;
  readonly reason: Words;
}

/** Of those with a later entry: a note doesn't keep a case from being put back, a step does. */
async function whoWentOn(
  server: Server,
  plan: UnderWay,
  ids: readonly string[],
): Promise<GoneOn[]> {
  if (ids.length === 0) return [];
  const looked = await lookedAt(server, plan, ids);
  return looked.flatMap((one): GoneOn[] =>
    isReady(one) || !one.reason ? [] : [{ id: one.caseId, reason: one.reason }],
  );
}

/** One that meets a bug keeps nobody from taking the others back. */
async function lookedAt(
  server: Server,
  plan: UnderWay,
  ids: readonly string[],
): Promise<readonly (Ready | Outcome)[]> {
  try {
    return await prepareReturns(server, server.pool, plan, ids);
  } catch (error) {
    if (error instanceof MovingBusy) throw error;
    if (ids.length > 1) return (await inTurn(ids, (id) => lookedAt(server, plan, [id]))).flat();
    const errorId = server.newId();
    server.log.error(`A case to be taken back could not be looked at (${errorId})`, error);
    return [{ caseId: ids[0]!, status: 'moved', reason: unclear(errorId) }];
  }
}

async function inTurn<T, R>(all: readonly T[], look: (one: T) => Promise<R>): Promise<R[]> {
  const found: R[] = [];
  for (const one of all) found.push(await look(one));
  return found;
}

const unclear = (errorId: string): Words => ({
  it: `Non si è riusciti a guardare il caso. Riferimento per l’assistenza: ${errorId}.`,
  en: `The case could not be looked at. Reference for support: ${errorId}.`,
});

const NAMES = `
select c.id, coalesce(p.group_name, concat_ws(' ', p.last_name, p.first_name)) as name
from "case" c join participant p on p.id = c.participant_id where c.id = any ($1)
order by name, c.id`;

async function named(pool: Pool, goneOn: readonly GoneOn[]): Promise<TakeBackPreview['examples']> {
  const reasons = new Map(goneOn.map(({ id, reason }) => [id, reason]));
  const { rows } = await pool.query<{ id: string; name: string }>(NAMES, [[...reasons.keys()]]);
  return rows.map((row) => ({ ...row, reason: reasons.get(row.id)! }));
}

const BY_GROUP = `
select "group", count(*)::int as count from pathway_migration_case
where migration_id = $1 and status = 'moved' and "group" is not null group by "group"`;

async function messagesThatLeft(pool: Pool, id: string): Promise<TakeBackPreview['messages']> {
  const groups = (await storedGroups(pool, id)) ?? [];
  const { rows } = await pool.query<{ group: string; count: number }>(BY_GROUP, [id]);
  const counts = new Map(rows.map(({ group, count }) => [group, count]));
  const messages = new Map<string, TakeBackPreview['messages'][number]>();
  for (const group of groups) {
    const count = counts.get(group.id) ?? 0;
    if (count === 0) continue;
    for (const { key, label } of messagesOf(group)) {
      messages.set(key, { label, count: count + (messages.get(key)?.count ?? 0) });
    }
  }
  return [...messages.values()];
}

const messagesOf = ({ changes }: StoredGroup) => changes?.messages ?? [];

// As many as could be put back are: of those who gave up a seat in an edition, only those for whom
// none is free any more have lost it.
const SEATS = `
select coalesce(sum(greatest(0, given - (seats - taken))), 0)::int as count from (
  select e.id, e.seats, e.taken, count(*) as given
  from pathway_migration_case m, jsonb_to_recordset(m.former->'activities')
    as a(id uuid, enrolment text), enrolment n, edition e
  where m.migration_id = $1 and m.status = 'moved' and a.enrolment in ('enrolled', 'attending')
    and n.activity_id = a.id and n.status = 'dropped' and e.id = n.edition_id
  group by e.id, e.seats, e.taken) given_up`;

async function seatsTaken(pool: Pool, id: string): Promise<number> {
  return (await pool.query<{ count: number }>(SEATS, [id])).rows[0]!.count;
}
