import { Logger, type Runner, run, type TaskList } from 'graphile-worker';
import { sweepAccess } from '../access/sessions.ts';
import { deliverMail } from '../mail/deliver.ts';
import { tidyMigrations } from '../migration/tidy-migrations.ts';
import { sweepMigrations, workOnMigration } from '../migration/work-on-migration.ts';
import type { Server } from '../server.ts';
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
    'deliver-mail': () => deliverMail(server),
    'sub-case-ended': (payload) => endSubCase(server, (payload as { caseId: string }).caseId),
    'call-service': async (payload, { job }) => {
      const call = payload as { activityId: string; service: string };
      await callService(server, server.settings.services, call, job.attempts >= job.max_attempts);
    },
    migration: (payload) => {
      const { id, lane } = payload as { id: string; lane: number };
      return workOnMigration(server, id, lane);
    },
    sweep: () => sweep(server),
  };
}

async function sweep(server: Server): Promise<void> {
  await fireDueTimers(server);
  await endUntoldSubCases(server);
  await tellWithdrawals(server);
  await deliverMail(server);
  await sweepAccess(server);
  await sweepMigrations(server);
  await tidyMigrations(server);
}
