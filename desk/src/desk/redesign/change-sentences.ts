import { durationWords } from '@percorso/designer';
import type { GroupChanges } from '@percorso/server/contract';
import type { Words } from '../../language/words.ts';

/** What a change is to the person: more than before, less, otherwise than before, or none. */
export type Tone = 'gains' | 'loses' | 'changes' | 'keeps';

/** One sentence: the words of the catalogue under `change.<name>`, and what they are about. */
export interface ChangeSentence {
  readonly tone: Tone;
  readonly name: string;
  readonly about: readonly Words[];
  /** For how many, where it doesn't happen to everybody of the group. */
  readonly people?: number;
  /** From whom to whom, where it passes on. */
  readonly from?: Words;
  readonly to?: Words;
  /** How long, where it is a deadline. */
  readonly duration?: Words;
}

/** Of whom seats are not enough for: how many is known, not who. */
export const WAITING = 'waiting';

type Obligation = GroupChanges['opened'][number];

/**
 * Everything that a group gains, loses and keeps, what weighs most first; `isBrief`: without what
 * is kept as it was.
 */
export function changeSentences(changes: GroupChanges, isBrief = false): readonly ChangeSentence[] {
  const told = [...losses(changes), ...gains(changes), ...described(changes)];
  return isBrief ? told : [...told, ...keptAsItWas(changes)];
}

function losses(changes: GroupChanges): ChangeSentence[] {
  return [
    ...obligations('loses', 'withdrawn', changes.withdrawn),
    ...named('loses', 'data-without-place', changes.dataWithoutPlace),
    ...named('loses', 'actions-lost', changes.actionsLost),
    ...named('loses', 'history-forgotten', changes.historyForgotten),
    ...deadlines('loses', 'timer-cleared', changes.timersCleared),
  ];
}

function gains(changes: GroupChanges): ChangeSentence[] {
  return [
    ...obligations('gains', 'opened', changes.opened),
    ...waits(changes),
    ...named('gains', 'message', changes.messages),
    ...named('gains', 'actions-gained', changes.actionsGained),
    ...named('gains', 'data-begun', changes.dataBegun),
    ...deadlines('gains', 'timer-set', changes.timersSet),
  ];
}

function waits({ waiting = [] }: GroupChanges): ChangeSentence[] {
  return waiting.map(({ label, count }) => ({
    ...{ tone: 'changes', name: WAITING, about: [label], people: count },
  }));
}

function described(changes: GroupChanges): ChangeSentence[] {
  const { handedOn = [], kept, revised, timersRecomputed } = changes;
  const anew = kept.filter(({ key }) => revised.includes(key));
  return [
    ...handedOn.map(
      ({ label, from, to }): ChangeSentence => ({
        ...{ tone: 'changes', name: 'handed-on', about: [label], from, to },
      }),
    ),
    ...named('changes', 'kept-revised', anew),
    ...deadlines('changes', 'timer-recomputed', timersRecomputed),
  ];
}

function keptAsItWas({ kept, revised }: GroupChanges): ChangeSentence[] {
  const same = kept.filter(({ key }) => !revised.includes(key));
  return obligations('keeps', 'kept', same);
}

function named(
  tone: Tone,
  name: string,
  about: readonly { readonly label: Words }[],
): ChangeSentence[] {
  return about.length === 0 ? [] : [{ tone, name, about: about.map(({ label }) => label) }];
}

/** What a youth waits for weighs otherwise than a task: the words say who is to tell them. */
function obligations(tone: Tone, name: string, all: readonly Obligation[]): ChangeSentence[] {
  const of = (kind: string) => all.filter((one) => kindOf(one) === kind);
  return [
    ...named(tone, `${name}-appointment`, of('appointment')),
    ...named(tone, `${name}-enrolment`, of('enrolment')),
    ...named(tone, `${name}-pathway`, of('pathway')),
    ...named(tone, `${name}-task`, of('task')),
  ];
}

const OWN_WORDS = ['appointment', 'enrolment', 'pathway'];
const kindOf = ({ kind }: Obligation) => (OWN_WORDS.includes(kind) ? kind : 'task');

function deadlines(tone: Tone, name: string, all: GroupChanges['timersSet']): ChangeSentence[] {
  return all.map(({ step, duration }) => ({
    ...{ tone, name, about: [step.label], duration: durationWords(duration) },
  }));
}
