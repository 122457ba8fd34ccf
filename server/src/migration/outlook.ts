import type { Pool } from 'pg';
import { type EditionOutlook, readEditionOutlooks } from '../case/edition-outlook.ts';

/** What there is to be opened and joined, as it is now: read once for everybody inside. */
export interface Outlook {
  readonly editions: ReadonlyMap<string, EditionOutlook>;
  readonly organisations: ReadonlySet<string>;
  /** Pathways that somebody can begin. */
  readonly pathways: ReadonlySet<string>;
}

const ORGANISATIONS = 'select id from organisation';
const PATHWAYS = `
select id from pathway p where not exists (
  select from version_withdrawal w
  where w.pathway_id = p.id and w.version = p.current_version and w.restored_at is null)`;

/** All of them: which are asked for is known only once everybody was looked at. */
export async function readOutlook(pool: Pool): Promise<Outlook> {
  return {
    editions: await readEditionOutlooks(pool, null),
    organisations: await idsIn(pool, ORGANISATIONS),
    pathways: await idsIn(pool, PATHWAYS),
  };
}

async function idsIn(pool: Pool, text: string): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ id: string }>(text);
  return new Set(rows.map(({ id }) => id));
}
