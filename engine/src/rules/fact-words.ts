import type { FactValue, Field, Language, PathwayDocument, Words } from '../document.ts';
import { isDate } from '../instant.ts';

const LOCALES: Readonly<Record<Language, string>> = { it: 'it-IT', en: 'en-GB' };

// Made once: each takes longer to make than a step of the engine.
const NUMBERS = byLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }));
const DAYS = byLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
);
const MOMENTS = byLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }),
);

/**
 * The field that declares a fact. Of several forms with a field of that name, the first that offers
 * the values that it is compared with, or the first of all.
 */
export function fieldOfFact(
  document: PathwayDocument,
  fact: string,
  comparedWith: readonly (FactValue | undefined)[] = [],
): Field | undefined {
  const [source, name = ''] = fact.split('.');
  const schemas =
    source === 'participant'
      ? [document.participant]
      : source === 'case'
        ? [document.data]
        : source === 'answer'
          ? Object.values(document.forms)
          : [];
  const fields = schemas.flatMap(({ properties }) =>
    Object.hasOwn(properties, name) ? [properties[name]!] : [],
  );
  return fields.find((field) => offers(field, comparedWith.flat())) ?? fields[0];
}

function offers(field: Field, values: readonly (FactValue | undefined)[]): boolean {
  const choices = (field.oneOf ?? field.items?.oneOf)?.map((option) => option.const);
  return values.every((value) => typeof value !== 'string' || choices?.includes(value));
}

/** The fact's label within a sentence: «manca: consenso del genitore». */
export function labelWithin(field: Field | undefined, fact: string, language: Language): string {
  return field ? lowered(field.label[language]) : fact;
}

/** The beginning of a sentence about a fact: «L’età» or, without a noun, «Età:». */
export function subjectOf(field: Field | undefined, fact: string, language: Language): string {
  if (field?.noun) return raised(field.noun[language]);
  return `${field ? field.label[language] : fact}:`;
}

/** A value as people write it: the label of a choice, a number with its unit, a date in words. */
export function valueInWords(
  field: Field | undefined,
  value: FactValue,
  language: Language,
): string {
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1];
  if (typeof value === 'number') return withUnit(field, NUMBERS[language].format(value), language);
  if (typeof value === 'object') {
    return value.map((one) => valueInWords(field, one, language)).join(', ') || '—';
  }
  const options = field?.oneOf ?? field?.items?.oneOf;
  const label = options?.find((option) => option.const === value)?.label[language];
  if (label !== undefined) return language === 'it' ? `«${label}»` : `“${label}”`;
  if (isDate(value)) return DAYS[language].format(new Date(value));
  if (field?.format !== 'date-time') return value;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? value : `${MOMENTS[language].format(at)} UTC`;
}

const YES_NO: Readonly<Record<Language, readonly [string, string]>> = {
  it: ['sì', 'no'],
  en: ['yes', 'no'],
};

/** An instant as people at a place say it: «20 gennaio 2026 alle ore 10:00». */
export function momentInWords(instant: string, timeZone: string): Words {
  return inBoth((language) =>
    new Intl.DateTimeFormat(LOCALES[language], {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone,
    }).format(new Date(instant)),
  );
}

/** Words from a sentence in each language. */
export function inBoth(say: (language: Language) => string): Words {
  return { it: say('it'), en: say('en') };
}

function withUnit(field: Field | undefined, text: string, language: Language): string {
  const unit = field?.unit?.[language] ?? (field?.format === 'attendance' ? '%' : undefined);
  if (unit === undefined) return text;
  return unit === '%' ? `${text}%` : `${text} ${unit}`;
}

/** The first letter small (after a bracket too), but not of an abbreviation such as NEET. */
export function lowered(text: string): string {
  return text.replace(/^\(?\p{Lu}(?!\p{Lu})/u, (start) => start.toLowerCase());
}

/** The first letter great: a sentence begins. */
export function raised(text: string): string {
  return text.replace(/^\(?\p{Ll}/u, (start) => start.toUpperCase());
}

function byLanguage<Made>(make: (locale: string) => Made): Readonly<Record<Language, Made>> {
  return { it: make(LOCALES.it), en: make(LOCALES.en) };
}
