import type { DeviationChange, Pathway } from '@percorso/engine';
import type { Reader } from '../../access/reader.ts';
import type { Server } from '../../server.ts';
import type { Decision } from '../decision.ts';
import type { LoadedCase } from '../load-case.ts';

/** A case as it is now, and what somebody wants to do to it off the arrows. */
export interface Occasion {
  readonly server: Server;
  /** Who wants to. */
  readonly reader: Reader;
  readonly loaded: LoadedCase;
  readonly pathway: Pathway;
  readonly now: Date;
  /** In the words of whoever deviates; kept as a private answer of the entry. */
  readonly reason: string;
}

/** What a deviation comes to, before it is written; and what to say of it beforehand. */
export interface Deciding {
  readonly decision: Decision;
  readonly changes: readonly DeviationChange[];
  /** What nobody can undo. */
  readonly lasting: readonly DeviationChange[];
}

/** The engine gets this in place of the reason: the private answer of the entry that is to come. */
export const reasonId = (revision: number) => `reason-${revision}`;
