import { turnsOf } from '../case/queues.ts';
import type { CaseTakenBack } from '../contract/migrations.ts';
import { No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { migrationHead } from './migration-head.ts';
import { busyAsValue } from './moving-busy.ts';
import { isReady } from './prepare.ts';
import { prepareReturns } from './prepare-returns.ts';
import { attemptAlone } from './work-alone.ts';

const KNOWN = 'select from pathway_migration_case where migration_id = $1 and case_id = $2';
const ALONE = {
  prepare: prepareReturns,
  whiles: ['running', 'stopped', 'done'],
  pending: 'moved',
} as const;

/** Of all that were to be put back this was the last that could not be. */
const END = `
update pathway_migration m set status = 'taken-back', ended_at = $2
where m.id = $1 and m.status = 'done' and m.taken_back_by is not null and not exists (
  select from pathway_migration_case c where c.migration_id = m.id and c.status = 'moved')`;

/** Each keeps a connection while it is thought through: many at once would leave others none. */
const ALL_IN_TURN = 'take-back-case';

/** Puts one case back as it was, unless it went on since. */
export async function takeBackCase(
  server: Server,
  { params, reader }: Asked<'takeBackCase'>,
): Promise<CaseTakenBack | No> {
  const head = await migrationHead(server.pool, params.id);
  const known = await server.pool.query(KNOWN, [params.id, params.case]);
  if (!head || known.rowCount === 0) return no('not-found');
  if (head.toVersion === null) return no('migration-preview-only');
  const { id, pathwayId, toVersion, decisions } = head;
  const actor = { kind: 'person', id: reader.id } as const;
  const plan = { id, pathwayId, toVersion, decisions, actor };
  const attempt = await busyAsValue(
    turnsOf(server.pool).take(ALL_IN_TURN, () => attemptAlone(server, plan, ALONE, params.case)),
  );
  if (attempt instanceof No) return attempt;
  await server.pool.query(END, [id, server.clock()]);
  if (typeof attempt === 'string') return no('migration-case-not-now');
  if (isReady(attempt)) {
    return { revision: attempt.loaded.revision + 1, lasting: [...attempt.lasting] };
  }
  const code = attempt.status === 'gone-on' ? 'moved-since' : 'migration-case-not-now';
  return no(code, attempt.reason ? { detail: attempt.reason } : {});
}
