import type { DeviationChange } from '@percorso/engine';
import type { Pool } from 'pg';
import { type No, no } from '../../http/problems.ts';
import type { OpenedActivity } from '../case-write.ts';
import { sentence } from './sentence.ts';

const EDITION = `
SELECT open, taken >= seats AS "isFull" FROM edition WHERE id::text = $1`;

/**
 * Off the arrows it may be that nobody has chosen an edition yet, or that it is closed: then one
 * can't be enrolled. Where it is full, the youth waits.
 */
export async function seatOutlook(
  pool: Pool,
  opened: readonly OpenedActivity[],
): Promise<DeviationChange[] | No> {
  const changes: DeviationChange[] = [];
  for (const { kind, editionId, label } of opened) {
    if (kind !== 'enrolment') continue;
    const { rows } = await pool.query<{ open: boolean; isFull: boolean }>(EDITION, [editionId]);
    const [edition] = rows;
    if (!edition) {
      const { words } = sentence('seat', label, NOT_CHOSEN.it, NOT_CHOSEN.en);
      return no('edition-unknown', { detail: words, path: 'to' });
    }
    if (!edition.open) return no('edition-closed', { path: 'to' });
    if (edition.isFull) changes.push(sentence('seat', label, WAITS.it, WAITS.en));
  }
  return changes;
}

const NOT_CHOSEN = {
  it: 'Per # non è ancora stata scelta un’edizione: prima va scelta con la sua azione.',
  en: 'No edition has been chosen for # yet: it is chosen by its own action first.',
};
const WAITS = {
  it: 'Per # i posti sono finiti: si va in lista d’attesa.',
  en: 'For # all seats are taken: the case goes on the waiting list.',
};
