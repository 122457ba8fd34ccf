import { No } from '../http/problems.ts';
import type { Server } from '../server.ts';
import { advanceCase } from './advance-case.ts';
import { apart } from './apart.ts';

interface TimerRow {
  readonly case_id: string;
  readonly timer: string;
  readonly pathway: string;
}

/** Somebody came first, and the case has gone on. */
const OVERTAKEN = ['timer-not-running', 'timer-not-due', 'case-ended', 'not-found'];

const DUE = `
SELECT t.case_id, t.timer, c.pathway_id AS pathway
FROM timer t JOIN "case" c ON c.id = t.case_id AND c.status = 'active'
WHERE t.due_at <= $1 AND ($2::uuid IS NULL OR (t.case_id = $2 AND t.timer = $3))
ORDER BY t.due_at LIMIT 1000`;

/**
 * Fires what is due: one timer, or all of them. The row is the timer, and firing deletes it in the
 * case's own transaction; whoever comes second finds it gone, or is refused by the engine. One
 * whose step can't be taken keeps its row, holds up no other, and every sweep tries it again.
 * Returns how many this call fired.
 */
export async function fireDueTimers(
  server: Server,
  only?: { readonly caseId: string; readonly timer: string },
): Promise<number> {
  const { rows } = await server.pool.query<TimerRow>({
    name: 'due-timers',
    text: DUE,
    values: [server.clock(), only?.caseId ?? null, only?.timer ?? null],
  });
  let fired = 0;
  for (const row of rows) {
    const { pathway, timer } = row;
    const failure = 'A time limit waits, as its step failed';
    if (await apart(server, failure, () => fire(server, row), { pathway, timer })) fired += 1;
  }
  return fired;
}

async function fire(server: Server, row: TimerRow): Promise<boolean> {
  const { case_id: caseId, timer, pathway } = row;
  const acted = await advanceCase(server, {
    caseId,
    actor: { kind: 'system' },
    event: { type: 'timer', timer },
  });
  if (!(acted instanceof No)) return true;
  if (!OVERTAKEN.includes(acted.code)) {
    const why = acted.code;
    server.log.warn('A time limit waits, as its step was refused', { pathway, timer, why });
  }
  return false;
}
