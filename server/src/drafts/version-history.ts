import type { Colleague, VersionDifference, VersionHistory } from '../contract/drafts.ts';
import { type No, no } from '../http/problems.ts';
import type { Server } from '../server.ts';
import { GIVEN_UP, readingThread } from './document-thread.ts';
import { renamedSteps } from './renamed-steps.ts';

const HISTORY = `
select v.version, v.published_at as "publishedAt", v.note, v.content_hash as "contentHash",
  case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end
    as "publishedBy",
  coalesce((
    select json_agg(json_build_object('id', a.id, 'name', a.name) order by a.name, a.id)
    from person a where a.id in (
      select d.created_by from draft d
      where d.pathway_id = v.pathway_id and d.published_version = v.version
      union select e.person_id from draft d join draft_edit e on e.draft_id = d.id
      where d.pathway_id = v.pathway_id and d.published_version = v.version)
  ), '[]') as authors,
  (select count(*)::int from "case" c
   where c.pathway_id = v.pathway_id and c.version = v.version and c.status = 'active') as running,
  v.version = w.current_version and x.id is null as current,
  x.at as "withdrawnAt", x.note as "withdrawnNote",
  case when y.id is not null then json_build_object('id', y.id, 'name', y.name) end
    as "withdrawnBy"
from pathway w join pathway_version v on v.pathway_id = w.id
left join person p on p.id = v.published_by
left join version_withdrawal x
  on x.pathway_id = v.pathway_id and x.version = v.version and x.restored_at is null
left join person y on y.id = x.person_id
where w.id = $1 order by v.version desc`;

interface Stored {
  version: number;
  publishedAt: Date;
  publishedBy: Colleague | null;
  authors: Colleague[];
  note: string;
  contentHash: string;
  running: number;
  current: boolean;
  withdrawnAt: Date | null;
  withdrawnBy: Colleague | null;
  withdrawnNote: string | null;
}

/** The versions of a pathway, the newest first, each with what it changed. */
export async function versionHistory(
  server: Server,
  pathway: string,
): Promise<VersionHistory | No> {
  const { rows } = await server.pool.query<Stored>(HISTORY, [pathway]);
  if (rows.length === 0) return no('not-found');
  const versions: VersionHistory['versions'] = [];
  for (const [index, row] of rows.entries()) {
    const differences = await differencesOf(server, pathway, row, rows[index + 1]);
    if (differences === GIVEN_UP) return no('too-many', { retryAfterSeconds: 10 });
    versions.push(entryOf(row, differences));
  }
  return { pathway, versions };
}

function entryOf(row: Stored, differences: VersionDifference[] | null) {
  const { withdrawnAt, withdrawnBy, withdrawnNote, publishedAt, ...rest } = row;
  return {
    ...rest,
    publishedAt: publishedAt.toISOString(),
    withdrawn: withdrawnAt && {
      at: withdrawnAt.toISOString(),
      by: withdrawnBy,
      note: withdrawnNote ?? '',
    },
    differences,
  };
}

/** Versions never change: what was compared once stays right. The least used pair goes first. */
const compared = new Map<string, VersionDifference[]>();
const COMPARED_MAX = 100;

async function differencesOf(
  server: Server,
  pathway: string,
  after: Stored,
  before: Stored | undefined,
): Promise<VersionDifference[] | null | typeof GIVEN_UP> {
  if (!before) return null;
  const key = `${pathway}:${before.contentHash}:${after.contentHash}`;
  const known = compared.get(key);
  const found = known ?? (await compare(server, pathway, before.version, after.version));
  if (found === GIVEN_UP) return GIVEN_UP;
  compared.delete(key);
  compared.set(key, found);
  if (compared.size > COMPARED_MAX) compared.delete(compared.keys().next().value!);
  return found;
}

const TEXTS = `
select document from pathway_version
where pathway_id = $1 and version = any($2) order by version`;

async function compare({ pool }: Server, pathway: string, first: number, second: number) {
  const { rows } = await pool.query<{ document: string }>(TEXTS, [pathway, [first, second]]);
  const [before, after] = rows.map(({ document }) => document);
  const differences = await readingThread.ask({
    kind: 'compare',
    before: before!,
    after: after!,
    renamedSteps: await renamedSteps(pool, pathway, second),
  });
  return differences === GIVEN_UP ? GIVEN_UP : differences.map((difference) => ({ ...difference }));
}
