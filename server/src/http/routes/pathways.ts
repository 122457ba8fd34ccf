import type { z } from 'zod';
import type { PathwayRow, Population } from '../../contract/programme.ts';
import type { Words } from '../../contract/words.ts';
import { no } from '../problems.ts';
import { type Api, route } from '../route.ts';

export function pathwayRoutes(api: Api): void {
  const { pool } = api.server;
  route(api, 'listPathways', async () => {
    const { rows } = await pool.query<Listed>(LIST);
    return { pathways: rows.map(pathwayRow) };
  });
  route(api, 'readPathwayVersion', async ({ params }) => {
    const { rows } = await pool.query<{ document: string; content_hash: string }>(
      'select document, content_hash from pathway_version where pathway_id = $1 and version = $2',
      [params.id, params.version],
    );
    const row = rows[0];
    if (!row) return no('not-found');
    return { ...params, contentHash: row.content_hash, document: JSON.parse(row.document) };
  });
  route(api, 'readPopulation', async ({ params }) => {
    const { rows } = await pool.query<z.infer<typeof Population>>(POPULATION, [params.id]);
    return rows[0] ?? no('not-found');
  });
}

const LIST = `
with counted as (
  select pathway_id, version, count(*) filter (where status = 'active')::int as running,
    count(*) filter (where status = 'done')::int as ended
  from "case" group by pathway_id, version
), versions as (
  select v.pathway_id, coalesce(sum(c.running), 0)::int as running,
    coalesce(sum(c.ended), 0)::int as ended,
    json_agg(json_build_object('version', v.version, 'publishedAt', v.published_at,
      'publishedBy', p.name, 'note', v.note, 'contentHash', v.content_hash,
      'running', coalesce(c.running, 0)) order by v.version desc) as versions
  from pathway_version v left join person p on p.id = v.published_by
  left join counted c on c.pathway_id = v.pathway_id and c.version = v.version
  group by v.pathway_id
)
select w.id, w.current_version, x.running, x.ended, x.versions,
  d.document::json->'title' as title, d.document::json->'summary' as summary,
  d.document::json->>'subject' as subject, d.document::json->'stages' as stages
from pathway w join versions x on x.pathway_id = w.id
join pathway_version d on d.pathway_id = w.id and d.version = w.current_version
order by w.id`;

interface Listed {
  id: string;
  title: Words;
  summary: Words | null;
  subject: 'person' | 'group';
  stages: PathwayRow['stages'];
  current_version: number;
  running: number;
  ended: number;
  versions: PathwayRow['versions'];
}

function pathwayRow({ current_version: currentVersion, ...row }: Listed): PathwayRow {
  return {
    ...row,
    currentVersion,
    versions: row.versions.map((version) => ({
      ...version,
      publishedAt: new Date(version.publishedAt).toISOString(),
    })),
  };
}

const POPULATION = `
with steps as (
  select step, count(*)::int as n from "case", unnest(steps) as step
  where pathway_id = $1 and status = 'active' group by step
), ended as (
  select outcome, count(*)::int as n from "case"
  where pathway_id = $1 and status = 'done' group by outcome
)
select p.id as pathway,
  (select count(*)::int from "case" where pathway_id = $1 and status = 'active') as running,
  coalesce((select json_object_agg(step, n) from steps), '{}') as steps,
  coalesce((select json_object_agg(outcome, n) from ended), '{}') as ended
from pathway p where p.id = $1`;
