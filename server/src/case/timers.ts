import { No } from '../http/problems.ts';
import type { Server } from '../server.ts';
import { advanceCase } from './advance-case.ts';

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
 * whose step can't be taken keeps its row, and every sweep tries it again. Returns how many this
 * call fired.
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
  for (const { case_id: caseId, timer, pathway } of rows) {
    const acted = await advanceCase(server, {
      caseId,
      actor: { kind: 'system' },
      event: { type: 'timer', timer },
    });
    if (!(acted instanceof No)) fired += 1;
    else if (!OVERTAKEN.includes(acted.code)) {
      server.log.warn('A time limit waits, as its step was refused', {
        pathway,
        timer,
        why: acted.code,
      });
    }
  }
  return fired;
}
