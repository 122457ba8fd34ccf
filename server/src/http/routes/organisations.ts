import type { OrganisationView } from '../../contract/programme.ts';
import { type Api, route } from '../route.ts';

const LIST = `
select o.id, o.name, o.kind, o.delivers, coalesce(t.open, 0) as "openTasks"
from organisation o left join (
  select organisation_id, count(*)::int as open from activity
  where status in ('open', 'accepted') and organisation_id is not null group by organisation_id
) t on t.organisation_id = o.id
order by o.position, o.id`;

export function organisationRoutes(api: Api): void {
  route(api, 'listOrganisations', async () => {
    const { rows } = await api.server.pool.query<OrganisationView>(LIST);
    return { organisations: rows };
  });
}
