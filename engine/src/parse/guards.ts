import type { PathwayDocument, Rule } from '../document.ts';
import { factProblem, fieldOf } from './fact-lookup.ts';
import type { DocumentProblem } from './problem.ts';
import { partsOf } from './rule-bounds.ts';
import { type conditionsOf, misfitOf } from './rules.ts';
import { type Check, own, type TransitionAt } from './scope.ts';

/**
 * A guard that reads `answer.<name>` stands where an answer with that field arrives. Elsewhere it
 * could never become true.
 */
export const guardAnswersFit: Check = ({ document, transitions }) => {
  const answered = new Map<string, Answered[]>();
  return transitions.flatMap((one) => {
    const { guard } = one.transition;
    if (guard === undefined) return [];
    const conditions = answered.get(guard) ?? answersIn(document, { rule: guard });
    answered.set(guard, conditions);
    return conditions.flatMap((condition) => checkAnswered(document, condition, one));
  });
};

type Answered = ReturnType<typeof conditionsOf>[number][0];

function checkAnswered(
  document: PathwayDocument,
  condition: Answered,
  { form, place }: TransitionAt,
): DocumentProblem[] {
  const at = [...place, 'guard'];
  const unreadable = factProblem(document, condition.fact, form, at);
  if (unreadable) return [unreadable];
  const unfit = misfitOf(fieldOf(document, condition.fact, form)!, condition, at);
  // The place is the guard: the same rule may fit the form of another action.
  return unfit ? [{ ...unfit, path: unfit.path.replace(/\/[a-z]+$/, '') }] : [];
}

/** The conditions on an answer, also in the rules that a rule refers to (bounded before). */
function answersIn(document: PathwayDocument, rule: Rule): Answered[] {
  if ('fact' in rule) return rule.fact.startsWith('answer.') ? [rule] : [];
  if ('rule' in rule) {
    const named = own(document.rules, rule.rule);
    return named ? answersIn(document, named) : [];
  }
  return partsOf(rule).flatMap(([part]) => answersIn(document, part));
}
