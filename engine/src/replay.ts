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
import { type Happened, happenAgain, isReplayable } from './deviate/happen-again.ts';
import { Holding } from './deviate/standing.ts';
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

/** A trace that was walked: where it leads to, and where the case was before its last step. */
export type Walked =
  | (Extract<Replayed, { ok: true }> & {
      /** The index of the last entry that still holds. */
      readonly last: number;
      /** The state before that entry; absent where it is the start. */
      readonly former?: CaseState;
    })
  | Extract<Replayed, { ok: false }>;

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
  const steps = walkTrace(pathway, entries, versions);
  let step = steps.next();
  while (!step.done) step = steps.next();
  if (!step.value.ok) return step.value;
  const { state, version } = step.value;
  return { ok: true, state, ...(version !== undefined && { version }) };
}

/** As `replay`, an entry at a time: whoever asks may do something else after each. */
export function* walkTrace(
  pathway: Pathway,
  entries: readonly Entry[],
  versions: Versions = new Map(),
): Generator<undefined, Walked, undefined> {
  const walk = new Walk(pathway, versions);
  for (const [at, { event, circumstances }] of entries.entries()) {
    const refused = walk.take(event, circumstances);
    if (refused) return { ok: false, at, ...(refused !== true && { refusal: refused }) };
    yield undefined;
  }
  const { state, version, last, former } = walk;
  if (!state) return { ok: false, at: 0 };
  return {
    ...{ ok: true, state, last: last! },
    ...(version !== undefined && { version }),
    ...(former && { former }),
  };
}

/** A migration that may still be taken back. */
interface Crossed {
  readonly pathway: Pathway;
  readonly from: number;
  readonly former: CaseState;
  readonly arrived: CaseState;
}

interface Former {
  readonly event: Entry['event'];
  readonly state: CaseState | undefined;
}

type Refused = Refusal | DeviationRefusal | true;

class Walk {
  state: CaseState | undefined;
  version: number | undefined;
  private pathway: Pathway;
  private readonly versions: Versions;
  private readonly crossed: Crossed[] = [];
  private readonly holding = new Holding();
  /** The events that hold, by their indexes, and the state before each of them. */
  private readonly formers = new Map<number, Former>();

  constructor(pathway: Pathway, versions: Versions) {
    this.pathway = pathway;
    this.versions = versions;
  }

  get last(): number | undefined {
    return this.holding.last;
  }

  get former(): CaseState | undefined {
    return this.last === undefined ? undefined : this.formers.get(this.last)?.state;
  }

  /** A refusal, or true, where the entry does not follow. */
  take(event: Entry['event'], circumstances: Circumstances): Refused | undefined {
    const state = this.state;
    const refused = this.follow(event, circumstances);
    for (const ended of this.holding.take(event.type)) this.formers.delete(ended);
    if (event.type !== 'undo' && event.type !== 'take-back') {
      this.formers.set(this.last!, { event, state });
    }
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
    const former = this.formers.get(of);
    if (!former || of !== this.last || !isReplayable(former.event)) return true;
    this.state = former.state;
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
