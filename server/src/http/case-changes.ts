import type { Pool } from 'pg';
import { mayReadCase } from '../access/policies/cases.ts';
import { mayReadTask } from '../access/policies/tasks.ts';
import type { Reader } from '../access/reader.ts';
import type { Role } from '../contract/words.ts';

/** A case that moved: from its revision `first` up to `revision`, the last under `seq`. */
export interface Change {
  readonly case: string;
  readonly first: number;
  readonly revision: number;
  readonly seq: number;
}

/** A change, and what decides who may hear of it. */
export interface SeenChange extends Change {
  readonly caseManagerId: string | null;
  readonly sharedWith: readonly string[];
  readonly tasks: readonly {
    readonly id: string;
    readonly organisationId: string | null;
    readonly role: Role | null;
    readonly personId: string | null;
  }[];
}

/** More than this a reader who was away is not told one by one: neither read nor sent. */
const [ENTRIES_MAX, CHANGES_MAX] = [20_000, 1000];

const SINCE = `
select case_id as "case", min(revision) as first, max(revision) as revision,
  max(seq)::float8 as seq
from trace_entry where seq > $1 group by case_id limit ${CHANGES_MAX + 1}`;

/** What shows in a task of a case though it neither opens nor closes it. */
const SHOWN_IN_TASKS = `
'seat-offered', 'assigned', 'participant-changed', 'migrate', 'take-back', 'undo'`;

// An organisation hears of its own work, and not how often something happens in the case around it.
const FACTS = `
select x."case", x.first, x.revision, x.seq, c.case_manager_id as "caseManagerId",
  array(select person_id::text from case_share where case_id = c.id) as "sharedWith",
  coalesce((
    select json_agg(json_build_object('id', a.id, 'organisationId', a.organisation_id,
      'role', a.role, 'personId', a.person_id))
    from activity a where a.case_id = c.id
      and (a.opened_revision between x.first and x.revision
        or a.closed_revision between x.first and x.revision
        or a.status in ('open', 'accepted') and exists (
          select from trace_entry t
          where t.case_id = c.id and t.revision between x.first and x.revision
            and (t.kind in (${SHOWN_IN_TASKS})
              or t.kind = 'accepted' and t.facts::json #>> '{event,activity}' = a.activity)))
    ), '[]') as tasks
from json_to_recordset($1::json) as x("case" uuid, first int, revision int, seq float8)
join "case" c on c.id = x."case" order by x.seq`;

/**
 * The cases that moved after an entry of the trace, in no order; undefined where they are too many
 * to be told. Who asks says how far back, so the whole trace is never gone through.
 */
export async function changesSince(pool: Pool, seq: number): Promise<Change[] | undefined> {
  if ((await lastSeq(pool)) - seq > ENTRIES_MAX) return undefined;
  const { rows } = await pool.query<Change>(SINCE, [seq]);
  return rows.length > CHANGES_MAX ? undefined : rows;
}

/** The newest entry's number, 0 in an empty database. */
export async function lastSeq(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ seq: number }>(
    'select coalesce(max(seq), 0)::float8 as seq from trace_entry',
  );
  return rows[0]?.seq ?? 0;
}

/** Reads for many changes at once who may hear of them, in the order in which they happened. */
export async function withFacts(pool: Pool, changes: readonly Change[]): Promise<SeenChange[]> {
  const byCase = new Map<string, Change>();
  for (const change of changes) {
    const before = byCase.get(change.case) ?? change;
    byCase.set(change.case, {
      case: change.case,
      first: Math.min(before.first, change.first),
      revision: Math.max(before.revision, change.revision),
      seq: Math.max(before.seq, change.seq),
    });
  }
  const sent = JSON.stringify([...byCase.values()]);
  return (await pool.query<SeenChange>(FACTS, [sent])).rows;
}

/** What a reader hears of a change: server-sent events, only of what they may see. */
export function eventsFor(reader: Reader, change: SeenChange): string {
  const events = mayReadCase(reader, change)
    ? [eventOf(change.seq, 'case', { id: change.case, revision: change.revision })]
    : [];
  for (const { id, ...task } of change.tasks) {
    if (mayReadTask(reader, { ...task, case: change })) {
      events.push(eventOf(change.seq, 'task', { id }));
    }
  }
  return events.join('');
}

/** Whoever missed more than is told one by one hears that what they see is to be read anew. */
export const readAnew = (seq: number): string => eventOf(seq, 'anew', {});

function eventOf(seq: number, event: string, data: object): string {
  return `id: ${seq}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
