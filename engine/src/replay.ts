import { advanceAgain, start } from './advance.ts';
import type {
  CaseEvent,
  CaseState,
  Circumstances,
  Entry,
  MigrateEvent,
  Pathway,
  Refusal,
  TakeBackEvent,
} from './case.ts';
import { carryAgain } from './migrate/carry-again.ts';
import { sortedJson } from './sorted-json.ts';

/** The state that a trace leads to, or the index of the first entry that does not follow. */
export type Replayed =
  | {
      readonly ok: true;
      readonly state: CaseState;
      /** The version on which the case is at the end; absent where it never changed. */
      readonly version?: number;
    }
  | { readonly ok: false; readonly at: number; readonly refusal?: Refusal };

/** The pathway's versions by number. */
export type Versions = ReadonlyMap<number, Pathway>;

/**
 * The numbers of the versions that a replay needs, the one that the case began on first. `current`
 * is the case's version at the end of these entries.
 */
export function versionsIn(entries: readonly Entry[], current: number): number[] {
  const changes = entries.flatMap(({ event }) =>
    event.type === 'migrate' || event.type === 'take-back' ? [event] : [],
  );
  return [...new Set([...changes.flatMap(({ from, to }) => [from, to]), current])];
}

/**
 * Walks a trace again from its start: the proof that the stored state is what the entries say.
 * Answers were checked when they were given; the entries no longer hold the private ones.
 * `pathway` is the version that the case began on; `versions` are the others that it went over to.
 */
export function replay(
  pathway: Pathway,
  entries: readonly Entry[],
  versions: Versions = new Map(),
): Replayed {
  const walk = new Walk(pathway, versions);
  for (const [at, { event, circumstances }] of entries.entries()) {
    const refused = walk.take(event, circumstances);
    if (refused) return { ok: false, at, ...(refused !== true && { refusal: refused }) };
  }
  const { state, version } = walk;
  if (!state) return { ok: false, at: 0 };
  return { ok: true, state, ...(version !== undefined && { version }) };
}

/** A migration that may still be taken back. */
interface Crossed {
  readonly pathway: Pathway;
  readonly from: number;
  readonly former: CaseState;
  readonly arrived: CaseState;
}

class Walk {
  state: CaseState | undefined;
  version: number | undefined;
  private pathway: Pathway;
  private readonly versions: Versions;
  private readonly crossed: Crossed[] = [];

  constructor(pathway: Pathway, versions: Versions) {
    this.pathway = pathway;
    this.versions = versions;
  }

  /** A refusal, or true, where the entry does not follow. */
  take(event: Entry['event'], circumstances: Circumstances): Refusal | true | undefined {
    // Exactly the first entry is a start.
    if ((event.type === 'start') !== (this.state === undefined)) return true;
    switch (event.type) {
      case 'migrate':
        return this.migrate(event, circumstances);
      case 'take-back':
        return this.takeBack(event);
      default:
        return this.advance(event, circumstances);
    }
  }

  private advance(
    event: CaseEvent | Extract<Entry['event'], { type: 'start' }>,
    circumstances: Circumstances,
  ): Refusal | undefined {
    const next =
      event.type === 'start'
        ? start(this.pathway, circumstances, event.data)
        : advanceAgain(this.pathway, this.state!, event, circumstances);
    if (!next.ok) return next.refusal;
    this.state = next.state;
    return undefined;
  }

  private migrate(event: MigrateEvent, circumstances: Circumstances): true | undefined {
    const after = this.versions.get(event.to);
    const isHere = this.version === undefined || this.version === event.from;
    if (!after || !isHere) return true;
    const former = this.state!;
    const arrived = carryAgain(this.pathway, after, former, circumstances, event.passage)?.state;
    if (!arrived) return true;
    this.crossed.push({ pathway: this.pathway, from: event.from, former, arrived });
    this.settle(after, event.to, arrived);
    return undefined;
  }

  private takeBack({ from, to }: TakeBackEvent): true | undefined {
    const last = this.crossed.pop();
    if (last?.from !== to || this.version !== from) return true;
    if (sortedJson(this.state) !== sortedJson(last.arrived)) return true;
    this.settle(last.pathway, to, last.former);
    return undefined;
  }

  private settle(pathway: Pathway, version: number, state: CaseState): void {
    this.pathway = pathway;
    this.version = version;
    this.state = state;
  }
}
