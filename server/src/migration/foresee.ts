/** What would come of everybody who goes over, beyond what is proven: who is refused, who waits. */
import type { Hindrance } from '../case/hindrance.ts';
import type { Scene } from './foresee-case.ts';
import { type ChoiceFuture, foreseeChoices } from './foresee-choices.ts';
import { ForeseenOnce } from './foresee-once.ts';
import { inTurn, type Judged, queuesAfter, turnsOf, type Viewed } from './turns.ts';

/** Of a version: what the proof doesn't know. */
export interface Future {
  /** By the place of the case. */
  readonly hindrances: ReadonlyMap<number, Hindrance>;
  /** For each group: how many would wait, by edition. */
  readonly waiting: readonly ReadonlyMap<string, number>[];
  /** For each question: what each of its choices would come to. */
  readonly choices: readonly (readonly ChoiceFuture[])[];
}

/** Goes through all cases in the order in which the plan will go over them. */
export function foresee(judged: readonly Judged[], scene: Scene): Future[] {
  const viewed = judged.map(
    (one, version): Viewed => ({
      ...{ version, judged: one, scene },
      foreseen: new ForeseenOnce(scene, one),
    }),
  );
  const turns = inTurn(viewed.flatMap(turnsOf));
  const queues = queuesAfter(turns, scene);
  const futures = viewed.map((view) => ({
    hindrances: new Map<number, Hindrance>(),
    waiting: view.judged.groups.map(() => new Map<string, number>()),
    choices: foreseeChoices(view, { turns, queues }),
  }));
  for (const { version, member, hindrance } of turns) {
    if (hindrance) futures[version]!.hindrances.set(member, hindrance);
  }
  for (const [edition, queue] of queues) {
    for (const { version, group } of queue) {
      const counts = futures[version]!.waiting[group]!;
      counts.set(edition, (counts.get(edition) ?? 0) + 1);
    }
  }
  return futures;
}
