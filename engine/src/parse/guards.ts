import type { Condition, ObjectSchema, PathwayDocument, Rule } from '../document.ts';
import { factProblem, fieldOf } from './fact-lookup.ts';
import { type DocumentProblem, pointer } from './problem.ts';
import { partsOf } from './rule-bounds.ts';
import { misfitOf } from './rules.ts';
import { type Check, own } from './scope.ts';

/**
 * A guard that reads `answer.<name>` stands where an answer with that field arrives. Elsewhere it
 * could never become true.
 */
export const guardAnswersFit: Check = ({ document, transitions }) => {
  // A rule stands on thousands of transitions perhaps: judged once with each form.
  const judged = new Map<string, Map<ObjectSchema | undefined, DocumentProblem | undefined>>();
  return transitions.flatMap(({ transition: { guard }, form, place }) => {
    if (guard === undefined) return [];
    const byForm = judged.get(guard) ?? new Map();
    judged.set(guard, byForm);
    if (!byForm.has(form)) byForm.set(form, firstMisfit(document, guard, form));
    const found = byForm.get(form);
    // The place is the guard: the same rule may fit the form of another action.
    return found ? [{ ...found, path: pointer([...place, 'guard']) }] : [];
  });
};

function firstMisfit(
  document: PathwayDocument,
  guard: string,
  form: ObjectSchema | undefined,
): DocumentProblem | undefined {
  for (const condition of answersIn(document, { rule: guard })) {
    const unreadable = factProblem(document, condition.fact, form, []);
    if (unreadable) return unreadable;
    const unfit = misfitOf(fieldOf(document, condition.fact, form)!, condition, []);
    if (unfit) return unfit;
  }
  return undefined;
}

/** The conditions on an answer, also in the rules that a rule refers to (bounded before). */
function answersIn(document: PathwayDocument, rule: Rule): Condition[] {
  if ('fact' in rule) return rule.fact.startsWith('answer.') ? [rule] : [];
  if ('rule' in rule) {
    const named = own(document.rules, rule.rule);
    return named ? answersIn(document, named) : [];
  }
  return partsOf(rule).flatMap(([part]) => answersIn(document, part));
}
