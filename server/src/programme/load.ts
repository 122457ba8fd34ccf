import type { Server } from '../server.ts';
import { walkProgramme } from './demonstration/walk-programme.ts';
import { readWorld } from './demonstration/world.ts';
import { inviteAdministrator } from './invite-administrator.ts';
import { loadOpportunities } from './load-opportunities.ts';
import { loadOrganisations } from './load-organisations.ts';
import { loadPeople } from './load-people.ts';
import { publishPathways } from './publish-pathways.ts';

export interface LoadOptions {
  /** With the invented people and the programme's own figures, walked through the engine. */
  readonly demonstration: boolean;
  readonly onProgress?: (progress: { what: string; done: number; total: number }) => void;
  /** Told once, such as where the first password is chosen. */
  readonly onNotice?: (line: string) => void;
}

/** Fills an empty database: pathways and organisations, and the demonstration if it is wanted. */
export async function loadProgramme(server: Server, options: LoadOptions): Promise<void> {
  const today = server.clock();
  if (!options.demonstration) {
    await loadFrame(server, today);
    const link = await inviteAdministrator(server);
    options.onNotice?.(link);
    return;
  }
  await loadOffice(server, today);
  await walkProgramme(await readWorld(server), today, (done, total) => {
    options.onProgress?.({ what: 'Loading the programme: day', done, total });
  });
  await keepMail(server);
}

/** The demonstration before its first day: who works there and what is offered, but no youth. */
export async function loadOffice(server: Server, today: Date): Promise<void> {
  await loadFrame(server, today);
  await loadOpportunities(server, today);
  await loadPeople(server);
}

async function loadFrame(server: Server, today: Date): Promise<void> {
  await publishPathways(server, today);
  await loadOrganisations(server);
}

/** The walks' letters are to be read, not sent; their jobs find nothing left to do. */
async function keepMail(server: Server): Promise<void> {
  await server.pool.query(`UPDATE outbox SET status = 'kept' WHERE status = 'waiting'`);
  await server.pool.query(
    `UPDATE activity SET withdrawal_told_at = closed_at WHERE status = 'withdrawn'`,
  );
  await server.pool.query('UPDATE participant SET demonstration = true');
}
