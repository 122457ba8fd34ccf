import type { FactValue, Field, Operator, Words } from '@percorso/engine';
import type { DraftCondition } from './draft.ts';

const IS = { it: 'è', en: 'is' };
const IS_NOT = { it: 'non è', en: 'is not' };
const KNOWN = { it: 'si conosce', en: 'is known' };

const ORDER = ['>=', '<=', '>', '<', '=', '!=', 'known'] as const;

type Said = Partial<Readonly<Record<Operator, Words>>>;

const OF_NUMBER: Said = {
  '>=': { it: 'è almeno', en: 'is at least' },
  '<=': { it: 'è al massimo', en: 'is at most' },
  '>': { it: 'è più di', en: 'is more than' },
  '<': { it: 'è meno di', en: 'is less than' },
  '=': IS,
  '!=': IS_NOT,
  known: KNOWN,
};

const OF_DATE: Said = {
  '>=': { it: 'è dal', en: 'is on or after' },
  '<=': { it: 'è entro il', en: 'is on or before' },
  '>': { it: 'è dopo il', en: 'is after' },
  '<': { it: 'è prima del', en: 'is before' },
  '=': { it: 'è il', en: 'is' },
  '!=': { it: 'non è il', en: 'is not' },
  known: KNOWN,
};

const OF_CHOICE: Said = {
  '=': IS,
  '!=': IS_NOT,
  in: { it: 'è una di', en: 'is one of' },
  'not-in': { it: 'non è nessuna di', en: 'is none of' },
  known: KNOWN,
};

const OF_CHOICES: Said = { contains: { it: 'comprende', en: 'includes' }, known: KNOWN };

const OF_YES_NO: Said = { '=': IS, '!=': IS_NOT, known: KNOWN };

/** An operator in the words that fit the field. */
export interface OperatorChoice {
  readonly op: Operator;
  readonly words: Words;
}

/** What can be asked of a field, the likeliest first. */
export function operatorsOf(field: Field): readonly OperatorChoice[] {
  const [said, order] = sayingOf(field);
  return order.flatMap((op) => {
    const words = said[op];
    return words ? [{ op, words }] : [];
  });
}

function sayingOf(field: Field): readonly [Said, readonly Operator[]] {
  if (field.type === 'boolean') return [OF_YES_NO, ['=', '!=', 'known']];
  if (field.type === 'array') return [OF_CHOICES, ['contains', 'known']];
  if (field.type !== 'string') return [OF_NUMBER, ORDER];
  const isDay = field.format === 'date' || field.format === 'date-time';
  return isDay ? [OF_DATE, ORDER] : [OF_CHOICE, ['=', '!=', 'in', 'not-in', 'known']];
}

/** The condition about another fact; what was asked stays where the fact can be asked it. */
export function withFact(
  condition: DraftCondition,
  fact: string,
  field: Field,
  before: Field | undefined,
): DraftCondition {
  const choices = operatorsOf(field);
  const isLike = before !== undefined && isAlike(before, field);
  if (isLike) return { ...condition, fact };
  return withOperator({ ...condition, fact, value: undefined }, choices[0]!.op, field);
}

/** Whether the same may be asked of both, with the same values. */
function isAlike(one: Field, other: Field): boolean {
  const isNumeric = (field: Field) => field.type === 'integer' || field.type === 'number';
  if (isNumeric(one) && isNumeric(other)) return true;
  if (one.type !== other.type || one.format !== other.format) return false;
  return JSON.stringify(one.oneOf ?? one.items) === JSON.stringify(other.oneOf ?? other.items);
}

/** The condition with another operator; one value becomes a list of one, and back. */
export function withOperator(
  condition: DraftCondition,
  op: Operator,
  field: Field | undefined,
): DraftCondition {
  return { ...condition, op, value: valueFor(op, condition.value, field) };
}

function valueFor(
  op: Operator,
  value: FactValue | undefined,
  field: Field | undefined,
): FactValue | undefined {
  if (op === 'known') return undefined;
  if (op === 'in' || op === 'not-in') {
    return value === undefined || typeof value === 'object' ? value : [String(value)];
  }
  if (typeof value === 'object') return value[0];
  // A yes or no is asked for a yes, nearly always.
  return value === undefined && field?.type === 'boolean' ? true : value;
}
