import type { Words } from '../document.ts';
import { checkShape, type ShapeError } from '../generated/document-shape.ts';
import { kindsOf, partName } from './kind-words.ts';
import type { DocumentProblem } from './problem.ts';
import { problemAt } from './problems.ts';

/** The first thing that the published schema says against a value: keys, types, names, lengths. */
export function checkDocumentShape(value: unknown): DocumentProblem[] {
  if (checkShape(value)) return [];
  const errors = checkShape.errors ?? [];
  const first = errors.find((error) => !BRACKETS.has(error.keyword));
  const naming = errors.find((error) => error.keyword === 'propertyNames');
  return first ? [problemOf(first, naming?.params.propertyName)] : [];
}

/** Keywords that only repeat what an error inside them says already; one knows the name besides. */
const BRACKETS = new Set(['if', 'propertyNames']);

/** `name` is the malformed key, where the error is about one: it is not part of the path then. */
function problemOf(error: ShapeError, name: unknown): DocumentProblem {
  const { keyword, instancePath: path, params } = error;
  if (typeof name === 'string') {
    return problemAt('name-malformed', `${path}/${escaped(name)}`, '', formOf(params));
  }
  switch (keyword) {
    case 'required':
      return problemAt('key-missing', path, '', partName(String(params.missingProperty)));
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      return problemAt('key-unknown', `${path}/${escaped(key)}`, key);
    }
    case 'pattern':
      return problemAt('name-malformed', path, '', formOf(params));
    case 'type':
      return problemAt('type-wrong', path, '', kindsOf([params.type].flat().map(String)));
    case 'const':
      return problemAt('value-not-allowed', path, JSON.stringify(params.allowedValue));
    case 'enum':
      return problemAt('value-not-allowed', path, listed(params.allowedValues));
    default:
      return problemAt('size-wrong', path, '', limitOf(keyword, String(params.limit)));
  }
}

/** «al massimo 200 caratteri»: what the schema's keyword limits. */
function limitOf(keyword: string, limit: string): Words {
  const isLeast = keyword.startsWith('min');
  const noun = keyword.endsWith('Length')
    ? { it: ' caratteri', en: ' characters' }
    : /imum$/.test(keyword)
      ? { it: '', en: '' }
      : { it: ' elementi', en: ' elements' };
  return {
    it: `${isLeast ? 'almeno' : 'al massimo'} ${limit}${noun.it}`,
    en: `${isLeast ? 'at least' : 'at most'} ${limit}${noun.en}`,
  };
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(', ') : '';
}

/** The schema's patterns as people would say them; one that is not here is shown as it is. */
const FORMS: readonly (readonly [start: string, form: Words])[] = [
  [
    '^[a-z][a-z0-9-]',
    {
      it: 'lettere minuscole, cifre e trattini, a partire da una lettera, al massimo 64',
      en: 'lower-case letters, digits and hyphens, beginning with a letter, at most 64',
    },
  ],
  [
    '^[a-z][A-Za-z0-9]',
    {
      it: 'lettere e cifre, a partire da una minuscola, al massimo 64, come “noShows”',
      en: 'letters and digits, beginning with a small letter, at most 64, such as “noShows”',
    },
  ],
  [
    '^(participant',
    {
      it: '“participant.”, “case.” o “answer.” e il nome del dato, come “participant.age”',
      en: "“participant.”, “case.” or “answer.” and the fact's name, such as “participant.age”",
    },
  ],
  [
    '^[A-Z]',
    {
      it: 'lettere maiuscole, cifre e “_”, a partire da una lettera, al massimo 64',
      en: 'capital letters, digits and “_”, beginning with a letter, at most 64',
    },
  ],
  [
    '^#?',
    {
      it: 'il nome di un passo accanto, o “#” e il nome di un altro',
      en: 'the name of a step beside this one, or “#” and the name of another',
    },
  ],
  ['\\S', { it: 'un testo che non sia vuoto', en: 'a text that is not blank' }],
  [
    '^P',
    {
      it: 'una durata, come 14 giorni (P14D) o 36 ore (PT36H)',
      en: 'a duration, such as 14 days (P14D) or 36 hours (PT36H)',
    },
  ],
];

function formOf(params: ShapeError['params']): Words {
  const pattern = String(params.pattern);
  const found = FORMS.find(([start]) => pattern.startsWith(start));
  return found?.[1] ?? { it: pattern, en: pattern };
}
