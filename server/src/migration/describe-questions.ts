/** The questions of a version, with what each of their choices would come to. */
import type { ChoiceForeseen } from '../contract/migration-changes.ts';
import type { Future } from './foresee.ts';
import type { ChoiceFuture } from './foresee-choices.ts';
import { type Outlook, waitingInWords } from './outlook.ts';
import { groupId } from './parted-groups.ts';
import type { VersionAsked } from './plan-work.ts';
import type { StoredQuestion } from './stored-plan.ts';
import type { Judged } from './turns.ts';

export function describedQuestions(
  { asked, questions }: Judged & { readonly asked: VersionAsked },
  future: Future,
  outlook: Outlook,
): StoredQuestion[] {
  return questions.map(({ steps, words, choices, groups }, at) => ({
    version: asked.version,
    steps,
    words,
    choices: choices.map((choice, nth) => ({
      ...choice,
      foreseen: foreseenOf(future.choices[at]![nth]!, outlook),
    })),
    groups: groups.map((group) => groupId(asked, group)),
  }));
}

function foreseenOf(
  { blocked, waiting, othersWaiting, undecided }: ChoiceFuture,
  outlook: Outlook,
): ChoiceForeseen {
  return {
    blocked: blocked.map(({ hindrance: { reason, unlock }, count }) => ({ reason, unlock, count })),
    waiting: waitingInWords(waiting, outlook),
    othersWaiting: waitingInWords(othersWaiting, outlook),
    undecided,
  };
}

/**
 * Would anybody be held up by what others may change at any moment? Who has chosen no edition is
 * freed by a step of their own case.
 */
export const isHeldUp = ({ blocked, waiting, othersWaiting }: ChoiceFuture): boolean =>
  blocked.some(({ hindrance }) => hindrance.code !== 'edition-unknown') ||
  waiting.size + othersWaiting.size > 0;
