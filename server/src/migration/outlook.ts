import type { Pool } from 'pg';
import { editionName } from '../case/edition-names.ts';
import { type EditionOutlook, readEditionOutlooks } from '../case/edition-outlook.ts';
import { documentText } from './document-text.ts';

/** What there is to be opened and joined, as it is now: read once for everybody inside. */
export interface Outlook {
  readonly editions: ReadonlyMap<string, EditionOutlook>;
  /** Their names by their ids. */
  readonly organisations: ReadonlyMap<string, string>;
  /** The pathways that a case may open and somebody can begin, each with its document's text. */
  readonly pathways: ReadonlyMap<string, string>;
}

const ORGANISATIONS = 'select id, name from organisation';

/**
 * All editions and organisations: which are asked for is known only once everybody was looked at.
 * `after` is the text of the document that cases go over to.
 */
export async function readOutlook(pool: Pool, after: string): Promise<Outlook> {
  const { rows } = await pool.query<{ id: string; name: string }>(ORGANISATIONS);
  return {
    editions: await readEditionOutlooks(pool, null),
    organisations: new Map(rows.map(({ id, name }) => [id, name])),
    pathways: await pathwaysWithin(pool, [after]),
  };
}

const CURRENT = `
select p.id, p.current_version as version from pathway p where not exists (
  select from version_withdrawal w
  where w.pathway_id = p.id and w.version = p.current_version and w.restored_at is null)`;

/** Those that a document names, those that these name, and so on. */
async function pathwaysWithin(
  pool: Pool,
  texts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ id: string; version: number }>(CURRENT);
  const found = new Map<string, string>();
  for (let named = texts; named.length > 0; ) {
    const isNamed = ({ id }: { id: string }) =>
      !found.has(id) && named.some((text) => text.includes(JSON.stringify(id)));
    const next: string[] = [];
    for (const { id, version } of rows.filter(isNamed)) {
      const text = await documentText(pool, id, version);
      found.set(id, text);
      next.push(text);
    }
    named = next;
  }
  return found;
}

/** How many would wait, by edition. */
export const waitingInWords = (waiting: ReadonlyMap<string, number>, { editions }: Outlook) =>
  [...waiting].map(([key, count]) => ({ key, label: editionName(editions.get(key)!), count }));
