/** What each answer to a question would come to, before it is given: who is refused, who waits. */
import type { Choice, MigrationGroup, Question } from '@percorso/engine';
import type { Hindrance } from '../case/hindrance.ts';
import type { Scene } from './foresee-case.ts';
import { isSame } from './questions.ts';
import {
  inTurn,
  type Judged,
  type Queues,
  queuesAfter,
  type Turn,
  turnsAlong,
  type Viewed,
  type Way,
} from './turns.ts';

/** Of those for whom the answer would hold, and whose other questions are still open. */
export interface ChoiceFuture {
  readonly blocked: readonly { readonly hindrance: Hindrance; readonly count: number }[];
  /** How many of them would wait, by edition. */
  readonly waiting: ReadonlyMap<string, number>;
  /** How many whose way is clear would wait because of them, by edition. */
  readonly othersWaiting: ReadonlyMap<string, number>;
  /** How many have another question too: what comes of them is told by the choices of that one. */
  readonly undecided: number;
}

/** What is known without any further answer. */
export interface Known {
  readonly turns: readonly Turn[];
  readonly queues: Queues;
}

export function foreseeChoices(view: Viewed, known: Known): ChoiceFuture[][] {
  return view.judged.questions.map(({ steps, choices }) =>
    choices.map(({ at }) => foreseeChoice(view, known, { steps, at })),
  );
}

type Answer = { readonly steps: readonly string[]; readonly at: readonly string[] };

function foreseeChoice(view: Viewed, known: Known, answer: Answer): ChoiceFuture {
  const found = waysBy(view.judged, answer);
  const only = found.filter(({ isOnly }) => isOnly);
  const turns = only.flatMap(({ way }) => turnsAlong(way, view));
  return {
    blocked: blockedAmong(turns),
    ...waitingWith(turns, known, view.scene),
    undecided: found.reduce((sum, { way, isOnly }) => sum + (isOnly ? 0 : way.members.length), 0),
  };
}

/** The ways of all whom the answer concerns; `isOnly`: nothing else would be asked about them. */
function waysBy(judged: Judged, answer: Answer) {
  const { groups, examples, cases, isStaying } = judged;
  return groups.flatMap((group, at): { way: Way; isOnly: boolean }[] => {
    const choice = isStaying(group) ? undefined : choiceIn(group.example, answer);
    if (!choice) return [];
    const members = group.members.filter((member) => !cases[member]!.isExcepted);
    const way: Way = {
      ...{ group: at, members, changes: choice.changes },
      passageOf: (member) => choiceIn(examples[member]!, answer)!.passage,
    };
    return [{ way, isOnly: questionsOf(group.example).length === 1 }];
  });
}

const questionsOf = (example: MigrationGroup['example']): readonly Question[] =>
  example.kind === 'needs-decision' ? example.questions : [];

function choiceIn(example: MigrationGroup['example'], { steps, at }: Answer): Choice | undefined {
  const question = questionsOf(example).find((one) => isSame(one.steps, steps));
  return question?.choices.find((one) => isSame(one.at, at));
}

function blockedAmong(turns: readonly Turn[]): ChoiceFuture['blocked'] {
  const hindrances = turns.flatMap(({ hindrance }) => hindrance ?? []);
  return [...Map.groupBy(hindrances, ({ reason }) => reason.it).values()]
    .map((same) => ({ hindrance: same[0]!, count: same.length }))
    .sort((one, other) => other.count - one.count);
}

const NOBODY: ReadonlyMap<string, number> = new Map();

function waitingWith(asked: readonly Turn[], { turns, queues }: Known, scene: Scene) {
  if (!asked.some(({ takes, leaves }) => takes.length + leaves.length > 0)) {
    return { waiting: NOBODY, othersWaiting: NOBODY };
  }
  const those = new Set(asked);
  const waiting = new Map<string, number>();
  const othersWaiting = new Map<string, number>();
  for (const [edition, queue] of queuesAfter(inTurn([...turns, ...asked]), scene)) {
    const ours = queue.filter((one) => those.has(one)).length;
    const others = queue.length - ours - (queues.get(edition)?.length ?? 0);
    if (ours > 0) waiting.set(edition, ours);
    if (others > 0) othersWaiting.set(edition, others);
  }
  return { waiting, othersWaiting };
}
