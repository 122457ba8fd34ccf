import { type CaseState, type Outcome, sortedJson } from '@percorso/engine';
import type { ClientBase } from 'pg';
import type { Server } from '../server.ts';
import type { CaseWrite, MailRow } from './case-write.ts';
import { digestOf, hashOf } from './chain.ts';
import type { EffectRows } from './effect-rows.ts';
import type { LoadedCase } from './load-case.ts';

/** Who does something to a case. */
export type Actor =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'youth' | 'system' };

/** Sorted JSON that was written elsewhere, away from the requests. */
export interface SortedText {
  readonly sortedJson: string;
}

const textOf = (value: object | SortedText) =>
  'sortedJson' in value ? value.sortedJson : sortedJson(value);

/** What one change of a case comes to, before it is written. */
export interface Decision {
  readonly kind: string;
  /** What the trace keeps: for steps the engine's Entry, else a small fact of the same kind. */
  readonly facts: object | SortedText;
  readonly entered: readonly string[];
  readonly left: readonly string[];
  readonly privateAnswers: Readonly<Record<string, string>>;
  /** Absent: the case stays where it is. */
  readonly state?: CaseState | SortedText;
  /** The present steps of `state`. */
  readonly steps?: readonly string[];
  readonly rows: EffectRows;
  /** The version that the case goes over to. */
  readonly version?: number;
  readonly caseManagerId?: string | null;
  readonly linkEpoch?: number;
  /** Ends the case from outside its pathway: a duplicate, or a sub-case that is withdrawn. */
  readonly endedAs?: Outcome;
  /** The case had ended and is under way again: its end was undone. */
  readonly isReopened?: true;
  /** Letters besides those that the pathway sends. */
  readonly mail?: readonly MailRow[];
  /** Full edition: does whoever acts accept to wait? Otherwise a full edition is refused. */
  readonly acceptsWaiting?: boolean;
  /** Statements of the same transaction, once the revision is known to be the one that was read. */
  readonly within?: (client: ClientBase) => Promise<void>;
}

export interface RequestKey {
  readonly idempotencyKey: string;
  /** What the key stands for: the operation and its body, as canonical JSON. */
  readonly request: string;
}

/** The rows of a decision, chained to the entry before it. */
export function caseWrite(
  server: Server,
  loaded: LoadedCase,
  decision: Decision,
  actor: Actor,
  now: Date,
  mail: readonly MailRow[],
  key: RequestKey | undefined,
): CaseWrite {
  const { rows, state } = decision;
  const known = decision.isReopened ? null : loaded.outcome;
  const outcome = decision.endedAs ?? rows.outcome ?? known;
  return {
    caseId: loaded.id,
    expectedRevision: loaded.revision,
    version: decision.version ?? loaded.version,
    at: now.toISOString(),
    status: outcome === null ? 'active' : 'done',
    outcome,
    snapshot: state ? textOf(state) : loaded.snapshot,
    steps: decision.steps ?? loaded.steps,
    caseManagerId:
      decision.caseManagerId === undefined ? loaded.caseManagerId : decision.caseManagerId,
    linkEpoch: decision.linkEpoch ?? loaded.linkEpoch,
    entry: entryRow(server, loaded, decision, actor, now, key),
    privateAnswers: Object.entries(decision.privateAnswers).map(([field, text]) => ({
      field,
      text,
    })),
    closed: rows.closed,
    opened: rows.opened,
    revised: rows.revised,
    timersSet: rows.timersSet,
    timersCleared: rows.timersCleared,
    mail,
    jobs: [...rows.jobs, ...mail.map(mailJob)],
  };
}

export const mailJob = ({ id, key }: MailRow) => ({
  task: 'deliver-mail',
  payload: { id },
  runAt: null,
  key: `mail:${key}`,
});

function entryRow(
  server: Server,
  loaded: LoadedCase,
  decision: Decision,
  actor: Actor,
  now: Date,
  key: RequestKey | undefined,
): CaseWrite['entry'] {
  const { kind, entered, left } = decision;
  const facts = textOf(decision.facts);
  const salt = server.random(16);
  const digest = digestOf(salt, facts);
  const actorId = actor.kind === 'person' ? actor.id : null;
  const hash = hashOf(loaded.lastHash, {
    caseId: loaded.id,
    revision: loaded.revision + 1,
    at: now.toISOString(),
    kind,
    actorKind: actor.kind,
    actorId,
    entered,
    left,
    digest,
  });
  const requestDigest = key ? digestOf(salt, key.request) : null;
  const idempotencyKey = key?.idempotencyKey ?? null;
  const actorKind = actor.kind;
  return {
    kind,
    actorKind,
    actorId,
    entered,
    left,
    facts,
    salt,
    digest,
    hash,
    idempotencyKey,
    requestDigest,
  };
}
