import { Logger, type Runner, run, type TaskList } from 'graphile-worker';
import { sweepAccess } from '../access/sessions.ts';
import { deliverInTurn, queueDelivery } from '../mail/deliver-in-turn.ts';
import { tidyMigrations } from '../migration/tidy-migrations.ts';
import { sweepMigrations, workOnMigration } from '../migration/work-on-migration.ts';
import type { Server } from '../server.ts';
import { apart } from './apart.ts';
import { tellOwnWithdrawals } from './own-withdrawal-letters.ts';
import { callService } from './service-calls.ts';
import { endSubCase, endUntoldSubCases } from './sub-case-end.ts';
import { fireDueTimers } from './timers.ts';
import { tellWithdrawals } from './withdrawal-letters.ts';

const CONCURRENCY = 4;
/** Catches what a lost job would leave undone. */
const EVERY_FIVE_MINUTES = '*/5 * * * * sweep';

/**
 * Runs the background work of this process until `stop`. Several processes may do so at once: every
 * task may be repeated and may run anywhere, since the case itself says whether there is still
 * anything to do.
 */
export async function startWorker(server: Server): Promise<Runner> {
  await sweep(server);
  return run({
    pgPool: server.pool,
    concurrency: CONCURRENCY,
    crontab: EVERY_FIVE_MINUTES,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') server.log.error(`worker: ${message}`);
    }),
    taskList: tasksOf(server),
  });
}

/** What each kind of job does. */
function tasksOf(server: Server): TaskList {
  return {
    'fire-timer': async (payload) => {
      await fireDueTimers(server, payload as { caseId: string; timer: string });
    },
    'deliver-mail': () => deliverInTurn(server),
    'sub-case-ended': (payload) => endSubCase(server, (payload as { caseId: string }).caseId),
    'call-service': async (payload, { job }) => {
      const call = payload as { activityId: string; service: string };
      await callService(server, server.settings.services, call, job.attempts >= job.max_attempts);
    },
    migration: (payload, { job }) => {
      const { id, lane } = payload as { id: string; lane: number };
      return workOnMigration(server, id, lane, undefined, job.id);
    },
    sweep: () => sweep(server),
  };
}

/** Mail is only asked for: a mail server that doesn't answer keeps nothing else waiting. */
const SWEPT: Readonly<Record<string, (server: Server) => Promise<unknown>>> = {
  'time limits': fireDueTimers,
  'ends of sub-cases': endUntoldSubCases,
  'letters about withdrawn work': tellWithdrawals,
  'letters to youths about what a new version withdrew': tellOwnWithdrawals,
  mail: queueDelivery,
  sessions: sweepAccess,
  'migrations under way': sweepMigrations,
  'old migrations': tidyMigrations,
};

async function sweep(server: Server): Promise<void> {
  for (const [part, work] of Object.entries(SWEPT)) {
    await apart(server, `A part of the sweep failed, ${part}`, () => work(server));
  }
}
