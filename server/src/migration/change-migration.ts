import type { ClientBase } from 'pg';
import { Refused, refusedAsValue, staleRevision } from '../case/refusal.ts';
import type { MigrationStatus } from '../contract/migrations.ts';
import { withTransaction } from '../database/transaction.ts';
import { No, no } from '../http/problems.ts';
import type { Server } from '../server.ts';
import { type MigrationHead, migrationHead } from './migration-head.ts';
import { shutGate } from './plan-gate.ts';

type Change = (client: ClientBase, head: MigrationHead) => Promise<No | undefined>;

/**
 * Changes a plan in one transaction that holds its row, while it is in one of these states: of two
 * who start or stop at once, the second finds what the first has done.
 */
export function changeMigration(
  server: Server,
  id: string,
  whileIn: readonly MigrationStatus[],
  change: Change,
  revision?: number,
): Promise<No | undefined> {
  return refusedAsValue(
    withTransaction(server.pool, (client) => changed(client, { id, whileIn, change, revision })),
  );
}

const HOLD_PATHWAY = `
select from pathway
where id = (select pathway_id from pathway_migration where id = $1) for update`;

/**
 * The same where the pathway is to be held too: that first, as whoever withdraws a version holds it
 * before they stop its plan. Otherwise each would wait for the other.
 */
export function changeWithPathway(
  server: Server,
  id: string,
  whileIn: readonly MigrationStatus[],
  change: Change,
  revision?: number,
): Promise<No | undefined> {
  return refusedAsValue(
    withTransaction(server.pool, async (client) => {
      await client.query(HOLD_PATHWAY, [id]);
      return changed(client, { id, whileIn, change, revision });
    }),
  );
}

interface Changing {
  readonly id: string;
  readonly whileIn: readonly MigrationStatus[];
  readonly change: Change;
  readonly revision: number | undefined;
}

async function changed(
  client: ClientBase,
  { id, whileIn, change, revision }: Changing,
): Promise<undefined> {
  await shutGate(client, id);
  await client.query('select from pathway_migration where id = $1 for update', [id]);
  const head = await migrationHead(client, id);
  const refused = head ? whyNot(head, whileIn, revision) : no('not-found');
  const result = refused ?? (await whyOvertaken(client, id)) ?? (await change(client, head!));
  if (result instanceof No) throw new Refused(result);
  return undefined;
}

function whyNot(
  { status, revision: current }: MigrationHead,
  whileIn: readonly MigrationStatus[],
  revision: number | undefined,
): No | undefined {
  if (!whileIn.includes(status)) return no('migration-not-now', { detail: NOT_NOW[status] });
  if (revision !== undefined && revision !== current) return staleRevision(current);
  return undefined;
}

const NEWER = `
select from pathway_migration m join pathway_migration n on n.draft_id = m.draft_id
where m.id = $1 and (n.created_at, n.id) > (m.created_at, m.id) limit 1`;

/** The draft's newest preview has taken the answers over: one given elsewhere would be lost. */
async function whyOvertaken(client: ClientBase, id: string): Promise<No | undefined> {
  const { rowCount } = await client.query(NEWER, [id]);
  return rowCount === 0 ? undefined : no('migration-not-now', { detail: OVERTAKEN });
}

const OVERTAKEN = {
  it: 'Di questa bozza c’è un’anteprima più recente: premi «Guarda di nuovo» e decidi in quella.',
  en: 'There is a newer preview of this draft: press “Look again” and decide in that one.',
};

const NOT_NOW: Readonly<Record<MigrationStatus, { readonly it: string; readonly en: string }>> = {
  computing: {
    it: 'Il piano è ancora in preparazione: attendi che sia pronto.',
    en: 'The plan is still being made: wait until it is ready.',
  },
  failed: {
    it: 'Il piano non è riuscito: preparane un altro.',
    en: 'The plan could not be made: make another one.',
  },
  planned: {
    it: 'Il piano non è ancora stato avviato.',
    en: 'The plan has not been started yet.',
  },
  running: {
    it: 'Il passaggio è già in corso.',
    en: 'The migration is under way already.',
  },
  stopped: {
    it: 'Il passaggio è fermo: riprendilo o riportalo indietro.',
    en: 'The migration is stopped: resume it or take it back.',
  },
  done: {
    it: 'Il passaggio è già concluso.',
    en: 'The migration is through already.',
  },
  'taking-back': {
    it: 'I casi stanno tornando com’erano: attendi che finisca.',
    en: 'The cases are being put back: wait until that is through.',
  },
  'taken-back': {
    it: 'Il passaggio è stato riportato indietro: per riprovare prepara un altro piano.',
    en: 'The migration was taken back: make another plan to try again.',
  },
};
