import type { z } from 'zod';
import type { Words } from '../contract/words.ts';
import type { Fault } from './problems.ts';

type Issue = z.core.$ZodIssue;

/** Nobody mends more at a time; a hostile request would have an answer made ten times its size. */
const FAULT_COUNT_MAX = 50;

/** What zod found, as places and plain words in both languages; the first of very many. */
export function faultsOf(issues: readonly Issue[], input: unknown): Fault[] {
  const some = issues.slice(0, FAULT_COUNT_MAX).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const keys = issue.keys.slice(0, FAULT_COUNT_MAX);
      return keys.map((key) => fault([...issue.path, key], NOT_EXPECTED));
    }
    return [fault(issue.path, wordsOf(issue, valueAt(input, issue.path)))];
  });
  return some.slice(0, FAULT_COUNT_MAX);
}

function fault(path: readonly PropertyKey[], message: Words): Fault {
  return { path: path.map(String).join('.'), message };
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    input,
  );
}

function wordsOf(issue: Issue, value: unknown): Words {
  if (value === undefined && issue.code !== 'custom') return MISSING;
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? WRONG;
    case 'invalid_format':
      return FORMATS[issue.format] ?? FORMATS.regex!;
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'too_small':
      return bound(issue.origin, 'least', Number(issue.minimum));
    case 'too_big':
      return bound(issue.origin, 'most', Number(issue.maximum));
    case 'custom':
      return CUSTOM[issue.message] ?? WRONG;
    default:
      return WRONG;
  }
}

const MISSING = { it: 'Manca.', en: 'It is missing.' };
const WRONG = { it: 'Il valore non va bene.', en: 'The value is not right.' };
const NOT_EXPECTED = { it: 'Questo campo non è previsto.', en: 'This field is not expected.' };

const TYPES: Readonly<Record<string, Words>> = {
  string: { it: 'Deve essere un testo.', en: 'It must be a text.' },
  number: { it: 'Deve essere un numero.', en: 'It must be a number.' },
  int: { it: 'Deve essere un numero intero.', en: 'It must be a whole number.' },
  boolean: { it: 'Deve essere vero o falso.', en: 'It must be true or false.' },
  array: { it: 'Deve essere un elenco.', en: 'It must be a list.' },
  object: { it: 'Deve essere un oggetto JSON.', en: 'It must be a JSON object.' },
  record: { it: 'Deve essere un oggetto JSON.', en: 'It must be a JSON object.' },
};

const FORMATS: Readonly<Record<string, Words>> = {
  email: {
    it: 'Deve essere un indirizzo e-mail, come nome@esempio.it.',
    en: 'It must be an e-mail address, such as name@example.org.',
  },
  uuid: { it: 'Deve essere un identificativo (UUID).', en: 'It must be an identifier (UUID).' },
  date: {
    it: 'Deve essere una data che esiste, come 2008-03-31.',
    en: 'It must be a date that exists, such as 2008-03-31.',
  },
  datetime: {
    it: 'Deve essere una data con l’ora, come 2026-03-31T09:30:00Z.',
    en: 'It must be a date and time, such as 2026-03-31T09:30:00Z.',
  },
  regex: { it: 'Non ha la forma prevista.', en: 'It does not have the expected form.' },
};

/** The messages of the contract's own refinements. */
const CUSTOM: Readonly<Record<string, Words>> = {
  'date since 1900': {
    it: 'Deve essere una data dal 1900 in poi.',
    en: 'It must be a date from 1900 on.',
  },
  'one line': {
    it: 'Scrivi il testo su una riga sola.',
    en: 'Write the text on one line.',
  },
  'something to read': {
    it: 'Scrivi qualcosa che si possa leggere.',
    en: 'Write something that can be read.',
  },
  'role or organisation': {
    it: 'Va indicato un ruolo oppure un’organizzazione, non tutti e due.',
    en: 'Name a role or an organisation, not both.',
  },
  'only step and version': {
    it: 'Una regola vale per un passo di una versione: indica il passo e la versione, e nient’altro.',
    en: 'A rule is about one step of a version: name the step and the version, and nothing else.',
  },
  'plain name': {
    it: 'Scrivi solo il nome, su una riga, senza < > né indirizzi web.',
    en: 'Write the name only, on one line, without < > or web addresses.',
  },
  'email or phone': {
    it: 'Serve un indirizzo e-mail o un numero di telefono.',
    en: 'An e-mail address or a telephone number is needed.',
  },
};

function oneOf(values: readonly string[]): Words {
  const list = values.slice(0, 12).join(', ');
  return { it: `Deve essere uno di: ${list}.`, en: `It must be one of: ${list}.` };
}

const EMPTY = { it: 'Non può essere vuoto.', en: 'It must not be empty.' };

const UNITS: Readonly<Record<string, Words>> = {
  string: { it: ' caratteri', en: ' characters' },
  array: { it: ' elementi', en: ' items' },
};

function bound(origin: string, side: 'least' | 'most', limit: number): Words {
  if (side === 'least' && limit === 1 && origin in UNITS) return EMPTY;
  const unit = UNITS[origin] ?? { it: '', en: '' };
  if (side === 'least') {
    return { it: `Almeno ${limit}${unit.it}.`, en: `At least ${limit}${unit.en}.` };
  }
  return { it: `Al massimo ${limit}${unit.it}.`, en: `At most ${limit}${unit.en}.` };
}
