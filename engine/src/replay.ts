import { start } from './advance.ts';
import type {
  CaseState,
  Circumstances,
  Entry,
  MigrateEvent,
  Pathway,
  Refusal,
  TakeBackEvent,
} from './case.ts';
import type { DeviationRefusal, UndoEvent } from './deviate/deviation.ts';
import { type Happened, happenAgain, isStride } from './deviate/happen-again.ts';
import { standing } from './deviate/standing.ts';
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
  | { readonly ok: false; readonly at: number; readonly refusal?: Refusal | DeviationRefusal };

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

type Refused = Refusal | DeviationRefusal | true;

class Walk {
  state: CaseState | undefined;
  version: number | undefined;
  private pathway: Pathway;
  private readonly versions: Versions;
  private readonly crossed: Crossed[] = [];
  private readonly events: Entry['event'][] = [];
  /** The state before each of the events. */
  private readonly formers: (CaseState | undefined)[] = [];

  constructor(pathway: Pathway, versions: Versions) {
    this.pathway = pathway;
    this.versions = versions;
  }

  /** A refusal, or true, where the entry does not follow. */
  take(event: Entry['event'], circumstances: Circumstances): Refused | undefined {
    const former = this.state;
    const refused = this.follow(event, circumstances);
    this.events.push(event);
    this.formers.push(former);
    return refused;
  }

  private follow(event: Entry['event'], circumstances: Circumstances): Refused | undefined {
    // Exactly the first entry is a start.
    if ((event.type === 'start') !== (this.state === undefined)) return true;
    switch (event.type) {
      case 'migrate':
        return this.migrate(event, circumstances);
      case 'take-back':
        return this.takeBack(event);
      case 'undo':
        return this.undo(event);
      case 'start':
        return this.arrive(start(this.pathway, circumstances, event.data));
      default:
        return this.arrive(happenAgain(this.pathway, this.state!, event, circumstances));
    }
  }

  private arrive(next: Happened): Refused | undefined {
    if (!next.ok) return next.refusal;
    this.state = next.state;
    return undefined;
  }

  /** Just the last entry that still holds, if it is one that can be undone. */
  private undo({ of }: UndoEvent): true | undefined {
    const last = standing(this.events).at(-1);
    if (last === undefined || last !== of || !isStride(this.events[last]!)) return true;
    this.state = this.formers[last];
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
