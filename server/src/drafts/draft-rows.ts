import type { ClientBase, Pool } from 'pg';
import type { z } from 'zod';
import type { DraftRow, DraftSearch, DraftView } from '../contract/drafts.ts';
import type { Server } from '../server.ts';
import { PRESENT } from './presence.ts';

const COLLEAGUE = (person: string) =>
  `json_build_object('id', ${person}.id, 'name', ${person}.name)`;

const OPEN_THREADS = `
  select count(*)::int from draft_comment m
  where m.draft_id = d.id and m.parent_id is null and m.resolved_at is null
    and (m.deleted_at is null or exists (
      select from draft_comment r where r.parent_id = m.id and r.deleted_at is null))`;

const ROW = `
  d.id, d.pathway_id as pathway, d.name, d.document::json->'title' as title,
  d.document::json->>'subject' as subject, d.base_version as "baseVersion",
  w.current_version as "currentVersion", d.revision, d.created_at as "createdAt",
  ${COLLEAGUE('c')} as "createdBy", d.changed_at as "changedAt",
  ${COLLEAGUE('h')} as "changedBy", d.discarded_at as "discardedAt",
  d.published_version as "publishedVersion", (${OPEN_THREADS}) as "openComments",
  (${PRESENT('d.id', '$1')}) as people`;

const FROM = `
  from draft d join person c on c.id = d.created_by join person h on h.id = d.changed_by
  left join pathway w on w.id = d.pathway_id`;

const LISTS_MAX = 500;

const LIST = `
select ${ROW} ${FROM}
where ($2::text is null or d.pathway_id = $2) and case $3
  when 'open' then d.discarded_at is null and d.published_version is null
  when 'discarded' then d.discarded_at is not null
  when 'published' then d.published_version is not null
  else true end
order by d.changed_at desc, d.id limit ${LISTS_MAX}`;

const VIEW = `
select ${ROW}, d.document, d.comment_revision as "commentRevision", coalesce((
    select json_agg(json_build_object('person', ${COLLEAGUE('p')}, 'at', a.at) order by a.at)
    from draft_approval a join person p on p.id = a.person_id
    where a.draft_id = d.id and a.revision = d.revision
  ), '[]') as approvals
${FROM} where d.id = $2`;

type Stored = Omit<DraftRow, 'createdAt' | 'changedAt' | 'discardedAt'> & {
  createdAt: Date;
  changedAt: Date;
  discardedAt: Date | null;
};
type StoredView = Stored &
  Pick<DraftView, 'commentRevision' | 'approvals'> & { readonly document: string };

function withTexts<T extends Stored>(row: T) {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    discardedAt: row.discardedAt?.toISOString() ?? null,
  };
}

/** The drafts that match, the latest changed first. */
export async function listDrafts(
  { pool, clock }: Server,
  { pathway, status }: z.output<typeof DraftSearch>,
): Promise<DraftRow[]> {
  const { rows } = await pool.query<Stored>(LIST, [clock(), pathway ?? null, status]);
  return rows.map((row) => withTexts(row));
}

/** One draft with its document; undefined when there is none. */
export async function draftView(server: Server, id: string): Promise<DraftView | undefined> {
  const { pool, clock, settings } = server;
  const row = (await pool.query<StoredView>(VIEW, [clock(), id])).rows[0];
  if (!row) return undefined;
  return {
    ...withTexts(row),
    document: JSON.parse(row.document),
    needsApproval: settings.secondApproval,
    approvals: row.approvals.map(({ person, at }) => ({ person, at: new Date(at).toISOString() })),
  };
}

/** What decides whether something may be done with a draft. */
export interface DraftHead {
  readonly id: string;
  readonly pathwayId: string;
  readonly baseVersion: number | null;
  readonly revision: number;
  readonly changedAt: Date;
  readonly changedBy: string;
  readonly discardedAt: Date | null;
  readonly publishedVersion: number | null;
}

const HEAD = `
select id, pathway_id as "pathwayId", base_version as "baseVersion", revision,
  changed_at as "changedAt", changed_by as "changedBy", discarded_at as "discardedAt",
  published_version as "publishedVersion" from draft where id = $1`;

export async function draftHead(on: Pool | ClientBase, id: string): Promise<DraftHead | undefined> {
  return (await on.query<DraftHead>(HEAD, [id])).rows[0];
}

export async function draftText(on: Pool | ClientBase, id: string): Promise<string> {
  const { rows } = await on.query<{ document: string }>(
    'select document from draft where id = $1',
    [id],
  );
  return rows[0]!.document;
}
