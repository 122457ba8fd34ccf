import type { DeviationChange } from '@percorso/engine';
import type { Pool } from 'pg';
import type { No } from '../../http/problems.ts';
import type { OpenedActivity } from '../case-write.ts';
import { enrolmentsAmong, readEditionOutlooks, whyNoSeat } from '../edition-outlook.ts';
import { noOfHindrance } from '../hindrance.ts';
import { sentence } from './sentence.ts';

/**
 * Off the arrows it may be that nobody has chosen an edition yet, or that it is closed: then one
 * can't be enrolled. Where it is full, the youth waits.
 */
export async function seatOutlook(
  pool: Pool,
  opened: readonly OpenedActivity[],
): Promise<DeviationChange[] | No> {
  const enrolments = enrolmentsAmong(opened);
  if (enrolments.length === 0) return [];
  const editions = await readEditionOutlooks(
    pool,
    enrolments.flatMap(({ id }) => id ?? []),
  );
  const changes: DeviationChange[] = [];
  for (const { activity, id } of enrolments) {
    const edition = editions.get(id ?? '');
    const hindrance = whyNoSeat(activity, edition);
    if (hindrance) return noOfHindrance(hindrance, 'to');
    if (edition?.free === 0) changes.push(sentence('seat', activity.label, WAITS.it, WAITS.en));
  }
  return changes;
}

const WAITS = {
  it: 'Per # i posti sono finiti: si va in lista d’attesa.',
  en: 'For # all seats are taken: the case goes on the waiting list.',
};
