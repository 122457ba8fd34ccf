import { logAccess } from '../../access/access-log.ts';
import { type Api, route } from '../route.ts';

const LIST = `
select l.at, p.name as person, l.what, l.case_id as "caseId", a.name as about
from access_log l join person p on p.id = l.person_id left join person a on a.id = l.about_id
order by l.id desc offset $1 limit $2`;

interface Listed {
  at: Date;
  person: string;
  what: string;
  caseId: string | null;
  about: string | null;
}

export function accessLogRoutes(api: Api): void {
  const { server } = api;
  route(api, 'listAccessLog', async ({ reader, query }) => {
    await logAccess(server, reader.id, 'listAccessLog');
    const { rows } = await server.pool.query<Listed>(LIST, [query.offset, query.limit]);
    const counted = await server.pool.query<{ n: number }>(
      'select count(*)::int as n from access_log',
    );
    return {
      total: counted.rows[0]?.n ?? 0,
      entries: rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    };
  });
}
