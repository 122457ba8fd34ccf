/** Which question an answer is to: several may be about the same steps, with other choices each. */
import type { Place } from './case-source.ts';
import type { StoredDecision, StoredPlan, StoredQuestion } from './stored-plan.ts';

type Asked = Pick<StoredQuestion, 'steps'> & {
  readonly choices: readonly { readonly at: Place }[];
};

/** The same steps, whatever their order. */
export function isSame(one: Place, other: Place): boolean {
  return one.length === other.length && one.every((step) => other.includes(step));
}

export const offers = ({ choices }: Pick<Asked, 'choices'>, place: Place): boolean =>
  choices.some(({ at }) => isSame(at, place));

/** Whether the answer that people stay is to this question, or was to one like it. */
export function areToStay(
  { steps, insteadOf }: Pick<StoredDecision, 'steps' | 'insteadOf'>,
  question: Asked,
): boolean {
  if (!isSame(steps, question.steps)) return false;
  // Answers from before questions were told apart say nothing of choices.
  return !insteadOf || insteadOf.some((place) => offers(question, place));
}

/** An answer taken over from another plan says nothing where its question doesn't come up. */
export function answersThatHold(
  plan: StoredPlan | null,
  decisions: readonly StoredDecision[],
): readonly StoredDecision[] {
  if (!plan) return decisions;
  return decisions.filter((one) => {
    const { at } = one;
    if (at) return plan.answered.some((other) => isAbout(one, other) && isSame(at, other.at ?? at));
    return plan.questions.some((question) => isAbout(one, question) && areToStay(one, question));
  });
}

type About = Pick<StoredQuestion, 'version' | 'steps'>;

export const isAbout = (one: About, other: About): boolean =>
  one.version === other.version && isSame(one.steps, other.steps);
