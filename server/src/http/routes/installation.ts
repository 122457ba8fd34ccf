import type { EditionView } from '../../contract/programme.ts';
import type { Words } from '../../contract/words.ts';
import { type Api, route } from '../route.ts';

const ORGANISATIONS = 'select id, name from organisation order by position, id';
const KINDS = 'select distinct kind from opportunity order by kind';
const PATHWAYS = `
select w.id, d.document::json->'title' as title, d.document::json->'data'->'properties' as facts
from pathway w
join pathway_version d on d.pathway_id = w.id and d.version = w.current_version order by w.id`;

/** What a coordinator who draws a pathway chooses from. */
export function installationRoutes(api: Api): void {
  const { pool, settings } = api.server;
  route(api, 'readInstallation', async () => {
    const [organisations, kinds, pathways] = await Promise.all([
      pool.query<{ id: string; name: string }>(ORGANISATIONS),
      pool.query<{ kind: EditionView['kind'] }>(KINDS),
      pool.query<{ id: string; title: Words; facts: unknown }>(PATHWAYS),
    ]);
    return {
      organisations: organisations.rows,
      opportunityKinds: kinds.rows.map(({ kind }) => kind),
      pathways: pathways.rows,
      services: Object.keys(settings.services).sort(),
    };
  });
}
