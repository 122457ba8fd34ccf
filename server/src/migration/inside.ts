import type { Pool } from 'pg';
import type { MigrationHead } from './migration-head.ts';
import type { InsideSource } from './turns.ts';

/** A case that is inside, as it was read. */
export interface Inside extends InsideSource {
  readonly id: string;
  readonly version: number;
  readonly revision: number;
}

const PAGE_SIZE = 1000;
// Whoever was excepted is looked at too, so as to be counted where they are. Drafts are for the
// next version, so everybody is on an older one. Of seats those of sub-cases too: they are given
// back with the activity that waits for the sub-case.
const INSIDE = `
with recursive page as (
  select c.id, c.version, c.revision, c.snapshot, json_build_object('subject', p.subject,
      'birthDate', p.birth_date, 'situation', p.situation, 'isHelped', p.helper is not null,
      'headCount', p.head_count, 'groupKind', p.group_kind,
      'hasCaseManager', c.case_manager_id is not null)::text as facts,
    k.case_id is not null as "isExcepted"
  from "case" c join participant p on p.id = c.participant_id
  left join pathway_migration_case k
    on k.migration_id = $4 and k.case_id = c.id and k.status = 'kept'
  where c.pathway_id = $1 and c.status = 'active' and ($2::int is null or c.version < $2)
    and p.erased_at is null and c.id > $3
  order by c.id limit ${PAGE_SIZE}
), family as (
  select id as top, id, null::text as activity from page
  union all
  select f.top, s.id, coalesce(f.activity, s.parent_activity)
  from family f join "case" s on s.parent_case_id = f.id and s.status = 'active'
), held as (
  select f.top,
    json_agg(json_build_array(coalesce(f.activity, a.activity), n.edition_id))::text as held
  from family f join enrolment n on n.case_id = f.id
  join activity a on a.id = n.activity_id
  where n.status in ('waiting', 'enrolled', 'attending') group by f.top
)
select page.*, held.held from page left join held on held.top = page.id order by page.id`;

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Everybody whom a plan is about, in the order in which it goes over them. Page by page, so that
 * nobody waits for ten thousand rows to be read.
 */
export async function readInside(
  pool: Pool,
  { id, pathwayId, toVersion }: MigrationHead,
): Promise<Inside[]> {
  const inside: Inside[] = [];
  for (let after = BEFORE_ALL; ; after = inside.at(-1)!.id) {
    const asked = [pathwayId, toVersion, after, id];
    const { rows } = await pool.query<Omit<Inside, 'turn'>>(INSIDE, asked);
    for (const row of rows) inside.push({ ...row, turn: inside.length });
    if (rows.length < PAGE_SIZE) return inside;
  }
}

/** The oldest version first. */
export function byVersion(inside: readonly Inside[]): [number, Inside[]][] {
  const grouped = Map.groupBy(inside, ({ version }) => version);
  return [...grouped].sort(([one], [other]) => one - other);
}
