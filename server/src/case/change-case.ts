import { type Pathway, presentSteps } from '@percorso/engine';
import type { Acted } from '../contract/cases.ts';
import { No, no } from '../http/problems.ts';
import type { Server } from '../server.ts';
import { digestOf } from './chain.ts';
import { type Actor, caseWrite, type Decision, type RequestKey } from './decision.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { mailOf } from './messages.ts';
import { pathwayVersion } from './pathway-versions.ts';
import { turnsOf, writeQueueOf } from './queues.ts';
import { refusedAsValue, staleRevision } from './refusal.ts';
import { replayTo } from './replay-case.ts';
import { writeInTransaction } from './write-in-transaction.ts';

/** Someone, or the system, wants to change one case. */
export interface Change {
  readonly caseId: string;
  readonly actor: Actor;
  /** People say which revision they saw; the system takes the case as it finds it. */
  readonly expectedRevision?: number;
  readonly key?: RequestKey;
  /** Permission, decided upon the case as it is now. */
  readonly permit?: (loaded: LoadedCase, pathway: Pathway) => No | undefined;
  /** Pure but for reads: it is asked again when the case has moved meanwhile. */
  readonly decide: (
    loaded: LoadedCase,
    pathway: Pathway,
    now: Date,
  ) => Decision | No | Promise<Decision | No>;
}

/** A case under constant contention would otherwise keep a request for ever. */
const ATTEMPTS_MAX = 12;

/**
 * The way every change of a case takes: one read, a decision, one write that is conditional on the
 * revision that was read. When somebody else was faster, people are told so, and the system's own
 * changes are decided anew. The same key with the same request gives the same answer.
 */
export function changeCase(server: Server, change: Change): Promise<Acted | No> {
  return turnsOf(server.pool).take(change.caseId, () => changeInTurn(server, change));
}

async function changeInTurn(server: Server, change: Change): Promise<Acted | No> {
  const readerId = change.actor.kind === 'person' ? change.actor.id : null;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const loaded = await loadCase(
      server.pool,
      change.caseId,
      readerId,
      change.key?.idempotencyKey ?? null,
    );
    if (!loaded) return no('not-found');
    const pathway = await pathwayVersion(server, loaded.pathwayId, loaded.version);
    const forbidden = change.permit?.(loaded, pathway);
    if (forbidden) return forbidden;
    if (loaded.repeated) return repeatedAnswer(server, loaded, change);
    if (change.expectedRevision !== undefined && change.expectedRevision !== loaded.revision) {
      return staleRevision(loaded.revision);
    }
    const acted = await attemptChange(server, change, loaded, pathway);
    if (acted) return acted;
  }
  const { revision } = (await loadCase(server.pool, change.caseId))!;
  return staleRevision(revision);
}

/** Undefined when the case had moved on before the write. */
async function attemptChange(
  server: Server,
  change: Change,
  loaded: LoadedCase,
  pathway: Pathway,
): Promise<Acted | No | undefined> {
  const now = server.clock();
  const decision = await change.decide(loaded, pathway, now);
  if (decision instanceof No) return decision;
  const mail = await mailOf(server, loaded, pathway.document, decision, now);
  const write = caseWrite(server, loaded, decision, change.actor, now, mail, change.key);
  const needsTransaction = decision.rows.needsTransaction || decision.within !== undefined;
  const written = needsTransaction
    ? await writeInTransaction(server, { loaded, decision, write })
    : await refusedAsValue(writeQueueOf(server.pool).submit(write));
  if (written instanceof No) return written;
  return written && { revision: written.revision, status: write.status, steps: [...write.steps] };
}

async function repeatedAnswer(
  server: Server,
  loaded: LoadedCase,
  { actor, key }: Change,
): Promise<Acted | No> {
  const { revision, salt, requestDigest, actorId } = loaded.repeated!;
  const isTheirs = actorId === (actor.kind === 'person' ? actor.id : null);
  const isSame = salt && requestDigest && digestOf(salt, key!.request).equals(requestDigest);
  if (!isSame || !isTheirs) return no('idempotency-key-reused');
  if (revision === loaded.revision) {
    return { revision, status: loaded.status, steps: [...loaded.steps] };
  }
  const { state, version } = await replayTo(server, loaded, revision);
  const pathway = await pathwayVersion(server, loaded.pathwayId, version);
  return { revision, status: state.status, steps: presentSteps(pathway, state) };
}
