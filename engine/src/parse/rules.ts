import type { Condition, Field, Operator, PathwayDocument, Rule, Words } from '../document.ts';
import { checkFact } from '../forms/field-value.ts';
import { factProblem, fieldOf } from './fact-lookup.ts';
import { kindsOf } from './kind-words.ts';
import type { DocumentProblem, Place } from './problem.ts';
import { problem } from './problems.ts';
import { partsOf } from './rule-bounds.ts';
import type { Check } from './scope.ts';

/** Conditions read declared facts, with operators and values of their type. */
export const rulesFit: Check = ({ document }) =>
  Object.entries(document.rules).flatMap(([name, rule]) =>
    conditionsOf(rule, ['rules', name]).flatMap(([condition, place]) =>
      // A field of an answer is known only where the rule is used: guards.ts looks there.
      condition.fact.startsWith('answer.') ? [] : checkCondition(document, condition, place),
    ),
  );

/** The leaves of a rule, without those of the rules that it refers to. */
export function conditionsOf(rule: Rule, place: Place): [Condition, Place][] {
  if ('fact' in rule) return [[rule, place]];
  return partsOf(rule).flatMap(([part, ...at]) => conditionsOf(part, [...place, ...at]));
}

function checkCondition(
  document: PathwayDocument,
  condition: Condition,
  place: Place,
): DocumentProblem[] {
  const unreadable = factProblem(document, condition.fact, undefined, [...place, 'fact']);
  if (unreadable) return [unreadable];
  const unfit = misfitOf(fieldOf(document, condition.fact, undefined)!, condition, place);
  return unfit ? [unfit] : [];
}

/** Why a condition doesn't fit the field that it reads, if it doesn't. */
export function misfitOf(
  field: Field,
  { op, value, fact }: Condition,
  place: Place,
): DocumentProblem | undefined {
  const fitting = operatorsOf(field);
  if (!fitting.includes(op)) {
    return problem('operator-misfit', [...place, 'op'], kindsOf([op]), kindsOf(fitting));
  }
  const wrong = operandFault(field, op, value);
  return wrong && problem('operand-misfit', [...place, 'value'], fact, wrong);
}

/** The operators that can be used with a field. */
function operatorsOf(field: Field): readonly Operator[] {
  if (field.type === 'boolean') return ['=', '!=', 'known'];
  if (field.type === 'array') return ['contains', 'known'];
  if (field.type === 'integer' || field.type === 'number') {
    return ['=', '!=', '<', '<=', '>', '>=', 'known'];
  }
  const isOrdered = field.format === 'date' || field.format === 'date-time';
  return isOrdered
    ? ['=', '!=', '<', '<=', '>', '>=', 'known']
    : ['=', '!=', 'in', 'not-in', 'known'];
}

function operandFault(field: Field, op: Operator, value: Condition['value']): Words | undefined {
  if (op === 'known') {
    if (value === undefined) return undefined;
    return { it: '«si conosce» non ha valore.', en: '“is known” takes no value.' };
  }
  if (value === undefined) return { it: 'manca il valore.', en: 'the value is missing.' };
  const isList = Array.isArray(value);
  if (isList !== (op === 'in' || op === 'not-in')) {
    return {
      it: 'un elenco di valori serve solo a «è uno di».',
      en: 'only “is one of” takes a list of values.',
    };
  }
  if (isList && value.length === 0) return { it: 'l’elenco è vuoto.', en: 'the list is empty.' };
  const compared = op === 'contains' || isList ? { ...field, type: 'string' as const } : field;
  // Comparing beyond a field's bounds is no mistake: `age < 120` just always holds.
  const { minimum: _least, maximum: _most, ...unbounded } = compared;
  const choices = field.items?.oneOf;
  const read = op === 'contains' && choices ? { ...unbounded, oneOf: choices } : unbounded;
  for (const one of isList ? value : [value]) {
    const fault = checkFact(read, one);
    if (fault) return fault.message;
  }
  return undefined;
}
