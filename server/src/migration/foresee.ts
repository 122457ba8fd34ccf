/** What would come of everybody who goes over, beyond what is proven: who is refused, who waits. */
import type { Migration, MigrationGroup, Pathway, Population } from '@percorso/engine';
import type { Hindrance } from '../case/hindrance.ts';
import type { CaseSource } from './case-source.ts';
import { asksForMore, type Foreseen, foreseeCase, type Scene } from './foresee-case.ts';
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
  readonly isStaying: (group: MigrationGroup) => boolean;
}

/** Of a version: what the proof doesn't know. */
export interface Future {
  /** By the place of the case. */
  readonly hindrances: ReadonlyMap<number, Hindrance>;
  /** For each group: how many would wait, by edition. */
  readonly waiting: readonly ReadonlyMap<string, number>[];
}

interface Turn extends Foreseen {
  readonly turn: number;
  readonly isExcepted: boolean;
  readonly version: number;
  readonly group: number;
  readonly member: number;
  /** The editions in which it would leave a seat or the waiting list. */
  readonly leaves: readonly string[];
}

/** Goes through all cases in the order in which the plan will go over them. */
export function foresee(judged: readonly Judged[], scene: Scene): Future[] {
  const turns = judged
    .flatMap((one, version) => turnsOf(one, version, scene))
    .sort((one, other) => one.turn - other.turn);
  const futures = judged.map(({ groups }) => ({
    hindrances: new Map<number, Hindrance>(),
    waiting: groups.map(() => new Map<string, number>()),
  }));
  for (const { version, member, hindrance } of turns) {
    if (hindrance) futures[version]!.hindrances.set(member, hindrance);
  }
  for (const [edition, queue] of queuesAfter(turns, scene)) {
    for (const { version, group } of queue) {
      const counts = futures[version]!.waiting[group]!;
      counts.set(edition, (counts.get(edition) ?? 0) + 1);
    }
  }
  return futures;
}

/** Who is refused takes no seat and leaves none. */
function queuesAfter(turns: readonly Turn[], { outlook }: Scene) {
  const ledger = new SeatLedger<Turn>((edition) => outlook.editions.get(edition)!);
  for (const one of turns) {
    if (one.hindrance || one.isExcepted) continue;
    for (const edition of one.takes) ledger.take(edition, one);
    for (const edition of one.leaves) ledger.leave(edition);
  }
  return ledger.waiting();
}

function turnsOf(judged: Judged, version: number, scene: Scene): Turn[] {
  const { before, cases, population, examples, groups, isStaying } = judged;
  return groups.flatMap((group, at) => {
    if (isStaying(group) || group.example.kind !== 'moved') return [];
    const { changes } = group.example;
    const asks = asksForMore(changes, scene.after);
    const withdrawn = changes.activitiesWithdrawn.map(({ activity }) => activity);
    if (!asks && withdrawn.length === 0) return [];
    return group.members.map((member): Turn => {
      const { turn, isExcepted, held } = cases[member]!;
      const foreseen = asks
        ? foreseeCase(scene, before, cases[member]!, population[member]!, examples[member]!)
        : TAKES_NOTHING;
      const leaves = editionsOf(held, withdrawn);
      return { turn, isExcepted, version, group: at, member, ...foreseen, leaves };
    });
  });
}

const TAKES_NOTHING: Foreseen = { takes: [] };

function editionsOf(held: string | null, activities: readonly string[]): string[] {
  const all = JSON.parse(held ?? '[]') as [activity: string, edition: string][];
  return all.flatMap(([activity, edition]) => (activities.includes(activity) ? edition : []));
}
