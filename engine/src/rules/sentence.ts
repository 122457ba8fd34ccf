import type { FactValue, Field, Language, PathwayDocument, Words } from '../document.ts';
import { fieldOfFact, inBoth, labelWithin, subjectOf, valueInWords } from './fact-words.ts';
import type { Test } from './normal-form.ts';

/** What a rule asks of one fact, as a sentence: «L’età deve essere tra 18 e 29 anni». */
export function requirementOf(
  document: PathwayDocument,
  fact: string,
  tests: readonly Test[],
): Words {
  const compared = tests.map(({ value }) => value);
  const field = fieldOfFact(document, fact, compared);
  return inBoth((language) => {
    const presence = presenceOf(tests);
    if (presence) return `${PRESENCE[presence][language]} ${labelWithin(field, fact, language)}`;
    const said = predicate(
      field,
      tests.map((test) => wholeNumber(field, test)),
      language,
    );
    return `${subjectOf(field, fact, language)} ${said}`;
  });
}

const PRESENCE = {
  needed: { it: 'serve:', en: 'needed:' },
  unwanted: { it: 'non deve risultare:', en: 'must not be the case:' },
} as const;

/** Whether only the presence of something is asked for: a consent, say. */
export function presenceOf(tests: readonly Test[]): keyof typeof PRESENCE | undefined {
  if (tests.length !== 1) return undefined;
  const { op, value } = tests[0]!;
  if (op === 'known') return 'needed';
  if (op === 'unknown') return 'unwanted';
  if (typeof value !== 'boolean' || (op !== '=' && op !== '!=')) return undefined;
  return value === (op === '=') ? 'needed' : 'unwanted';
}

/** Of whole numbers, less than 30 is at most 29: the way people say it. */
function wholeNumber(field: Field | undefined, test: Test): Test {
  if (field?.type !== 'integer' || !Number.isInteger(test.value)) return test;
  const value = test.value as number;
  if (test.op === '<') return { op: '<=', value: value - 1 };
  return test.op === '>' ? { op: '>=', value: value + 1 } : test;
}

function predicate(field: Field | undefined, tests: readonly Test[], language: Language): string {
  const [first, second] = tests as [Test, Test?];
  if (!second) return say(PHRASES[first.op](isDay(field), language), field, first.value, language);
  if (first.op === '>=' && second.op === '<=') return between(field, first, second, language);
  const and = language === 'it' ? ' e ' : ' and ';
  return [first, second].map((test) => predicate(field, [test], language)).join(and);
}

function between(field: Field | undefined, from: Test, to: Test, language: Language): string {
  // The unit is said once: «tra 18 e 29 anni».
  const { unit: _unit, ...bare } = field ?? {};
  const least = valueInWords(field && (bare as Field), from.value!, language);
  const most = valueInWords(field, to.value!, language);
  if (language === 'en') return `must be between ${least} and ${most}`;
  return isDay(field)
    ? `deve essere tra il ${least} e il ${most}`
    : `deve essere tra ${least} e ${most}`;
}

type Phrase = (isDay: boolean, language: Language) => string;

const PHRASES: Readonly<Record<Test['op'], Phrase>> = {
  '=': either('deve essere #', 'must be #'),
  '!=': either('non deve essere #', 'must not be #'),
  '<': either('deve essere meno di #', 'must be less than #', 'prima del #', 'before #'),
  '<=': either('deve essere al massimo #', 'must be at most #', 'entro il #', 'on or before #'),
  '>': either('deve essere più di #', 'must be more than #', 'dopo il #', 'after #'),
  '>=': either('deve essere almeno #', 'must be at least #', 'dal # in poi', 'on or after #'),
  in: either('deve essere #', 'must be #'),
  'not-in': either('non deve essere #', 'must not be #'),
  contains: either('deve comprendere #', 'must include #'),
  lacks: either('non deve comprendere #', 'must not include #'),
  known: either('deve essere presente', 'must be known'),
  unknown: either('deve mancare', 'must not be known'),
};

function either(it: string, en: string, dayIt?: string, dayEn?: string): Phrase {
  const day = dayIt && dayEn && { it: `deve essere ${dayIt}`, en: `must be ${dayEn}` };
  const other = { it, en };
  return (isDay, language) => (isDay && day ? day : other)[language];
}

function say(
  phrase: string,
  field: Field | undefined,
  value: FactValue | undefined,
  language: Language,
): string {
  return phrase.replace('#', () => (value === undefined ? '' : operand(field, value, language)));
}

/** A list of choices is said with «o»: any of them will do (or none of them). */
function operand(field: Field | undefined, value: FactValue, language: Language): string {
  const values = typeof value === 'object' ? value : [value];
  const or = language === 'it' ? ' o ' : ' or ';
  return values.map((one) => valueInWords(field, one, language)).join(or);
}

function isDay(field: Field | undefined): boolean {
  return field?.format === 'date' || field?.format === 'date-time';
}
