import type { ClientBase } from 'pg';
import type { Actor, Decision } from '../case/decision.ts';
import type { LoadedCase } from '../case/load-case.ts';
import type { MigrationCaseStatus } from '../contract/migrations.ts';
import type { Words } from '../contract/words.ts';
import type { Server } from '../server.ts';
import type { OpenRow } from './open-activities.ts';
import type { Decided } from './stored-plan.ts';

/** A plan under way, as its jobs see it. */
export interface UnderWay {
  readonly id: string;
  readonly pathwayId: string;
  readonly toVersion: number;
  /** Nothing is decided any more while it is under way. */
  readonly decisions: readonly Decided[];
  readonly actor: Actor;
}

/** What becomes of a case in a plan. */
export interface Outcome {
  readonly caseId: string;
  readonly status: MigrationCaseStatus;
  readonly reason?: Words;
  readonly errorId?: string;
  readonly revisionBefore?: number;
  readonly revisionAfter?: number;
  readonly former?: Former;
}

/** What taking a migration back puts back, besides what the engine knows. */
export interface Former {
  readonly snapshot: string;
  /** Of what was open: what the migration ended or described otherwise. */
  readonly activities: readonly OpenRow[];
}

/** A case that is ready to be written, and what became of it once it is. */
export interface Ready {
  readonly loaded: LoadedCase;
  readonly decision: Decision;
  readonly written: (revision: number) => Outcome;
  /** What stays as it is, for whoever takes a single case back. */
  readonly lasting: readonly Words[];
}

/** Decides for some cases, within the transaction that holds their rows of the plan. */
export type Prepare = (
  server: Server,
  client: ClientBase,
  plan: UnderWay,
  caseIds: readonly string[],
) => Promise<readonly (Ready | Outcome)[]>;

export const isReady = (one: Ready | Outcome): one is Ready => 'decision' in one;
