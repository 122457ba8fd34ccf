import type { ClientBase, Pool } from 'pg';
import { type No, no } from '../../http/problems.ts';
import { MOVING } from '../moving-entries.ts';
import { Refused } from '../refusal.ts';

const LOCK = 'SELECT FROM "case" WHERE id = ANY ($1) ORDER BY id FOR UPDATE';
const ACTED = `
SELECT FROM trace_entry WHERE case_id = ANY ($1) AND kind = ANY ($2) AND kind <> 'start' LIMIT 1`;

/** A sub-case that has taken a step since it began doesn't end because its beginning is undone. */
export async function whySubCasesRefuse(
  on: Pool | ClientBase,
  ids: readonly string[],
): Promise<No | undefined> {
  if (ids.length === 0) return undefined;
  const { rowCount } = await on.query(ACTED, [ids, MOVING]);
  return rowCount ? no('undo-sub-case', { detail: HAVE_ACTED }) : undefined;
}

const HAVE_ACTED = {
  it: 'Il sotto-percorso che questo passo ha aperto è già andato avanti: non si annulla da qui.',
  en: 'The sub-pathway that this step opened has gone on already: it can’t be undone from here.',
};

/** Within the transaction that undoes; refuses if one has acted meanwhile, and lets none act now. */
export async function subCasesRest(client: ClientBase, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await client.query(LOCK, [ids]);
  const refused = await whySubCasesRefuse(client, ids);
  if (refused) throw new Refused(refused);
}
