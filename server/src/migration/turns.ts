/** One case after the other: what each would be refused, take and leave when its turn comes. */
import type {
  Changes,
  Migration,
  MigrationGroup,
  MigrationPlan,
  Passage,
  Pathway,
  Population,
} from '@percorso/engine';
import type { CaseSource } from './case-source.ts';
import { asksForMore, type Foreseen, type Scene } from './foresee-case.ts';
import type { ForeseenOnce } from './foresee-once.ts';
import { SeatLedger } from './seat-ledger.ts';

/** A case that is inside, and what of it depends on others. */
export interface InsideSource extends CaseSource {
  /** When it would go over: those with a lesser number before it. */
  readonly turn: number;
  readonly isExcepted: boolean;
  /** As JSON: its activities through which it holds a seat or waits, each with the edition. */
  readonly held: string | null;
}

/** The cases of a version, as the engine judged them. */
export interface Judged {
  readonly before: Pathway;
  readonly cases: readonly InsideSource[];
  readonly population: readonly Population[];
  /** For each case. */
  readonly examples: readonly Migration[];
  readonly groups: readonly MigrationGroup[];
  readonly questions: MigrationPlan['questions'];
  readonly isStaying: (group: MigrationGroup) => boolean;
}

/** A version, by its place, as it is looked at for what the engine doesn't know. */
export interface Viewed {
  readonly version: number;
  readonly judged: Judged;
  readonly scene: Scene;
  readonly foreseen: ForeseenOnce;
}

export interface Turn extends Foreseen {
  readonly turn: number;
  readonly isExcepted: boolean;
  /** The places of the version, of its group and of the case. */
  readonly version: number;
  readonly group: number;
  readonly member: number;
  /** The editions in which it would leave a seat or the waiting list. */
  readonly leaves: readonly string[];
}

export const inTurn = (turns: readonly Turn[]): Turn[] =>
  turns.toSorted((one, other) => one.turn - other.turn);

/** The turns of those whose way is clear; of the others there is nothing to foresee yet. */
export function turnsOf({ judged, ...view }: Viewed): Turn[] {
  const { groups, examples, isStaying } = judged;
  return groups.flatMap((group, at) => {
    if (isStaying(group) || group.example.kind !== 'moved') return [];
    const way: Way = {
      ...{ group: at, members: group.members, changes: group.example.changes },
      passageOf: (member) => (examples[member] as Moved).passage,
    };
    return turnsAlong(way, { judged, ...view });
  });
}

type Moved = Extract<Migration, { kind: 'moved' }>;

/** Some cases that would all go over with the same changes. */
export interface Way {
  readonly group: number;
  readonly members: readonly number[];
  readonly changes: Changes;
  readonly passageOf: (member: number) => Passage;
}

/** None where nobody would be refused, and nobody take or leave a seat. */
export function turnsAlong(way: Way, { version, judged, scene, foreseen }: Viewed): Turn[] {
  const { group, members, changes, passageOf } = way;
  const asks = asksForMore(changes, scene.after);
  const withdrawn = changes.activitiesWithdrawn.map(({ activity }) => activity);
  if (!asks && withdrawn.length === 0) return [];
  return members.map((member): Turn => {
    const { turn, isExcepted, held } = judged.cases[member]!;
    const { takes, hindrance } = asks ? foreseen.of(member, passageOf(member)) : TAKES_NOTHING;
    const leaves = held === null ? NOTHING : editionsOf(held, withdrawn);
    return { turn, isExcepted, version, group, member, takes, hindrance, leaves };
  });
}

const NOTHING: readonly string[] = [];
const TAKES_NOTHING: Foreseen = { takes: NOTHING, hindrance: undefined };

function editionsOf(held: string, activities: readonly string[]): string[] {
  const all = JSON.parse(held) as [activity: string, edition: string][];
  return all.flatMap(([activity, edition]) => (activities.includes(activity) ? edition : []));
}

/** Those who would wait, by edition. */
export type Queues = ReadonlyMap<string, readonly Turn[]>;

/** Who is refused takes no seat and leaves none. */
export function queuesAfter(turns: readonly Turn[], { outlook }: Scene): Queues {
  const ledger = new SeatLedger<Turn>((edition) => outlook.editions.get(edition)!);
  for (const one of turns) {
    if (one.hindrance || one.isExcepted) continue;
    for (const edition of one.takes) ledger.take(edition, one);
    for (const edition of one.leaves) ledger.leave(edition);
  }
  return new Map(ledger.waiting());
}
