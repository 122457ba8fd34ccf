import type { Role } from '../../contract/words.ts';
import { type Api, route } from '../route.ts';

const READ = `
select p.email, s.value->>'password' as password, p.name, p.roles, o.name as organisation
from setting s, person p left join organisation o on o.id = p.organisation_id
where s.name = 'demonstration' and p.demonstration and p.active
order by p.roles, p.name`;

/**
 * The accounts that the sign-in page offers: only while the demonstration data is loaded, which
 * the setting `demonstration` says; it holds the password that those accounts share.
 */
export function demonstrationRoutes(api: Api): void {
  route(api, 'demonstrationAccounts', async () => {
    const { rows } = await api.server.pool.query<{
      email: string;
      password: string;
      name: string;
      roles: Role[];
      organisation: string | null;
    }>(READ);
    return { accounts: rows };
  });
}
