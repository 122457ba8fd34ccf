import { propertyName } from '../compare/property-names.ts';
import type { Words } from '../document.ts';

/** What coordinators call types and formats of fields, and the comparisons of conditions. */
const KINDS: Readonly<Record<string, Words>> = {
  string: { it: 'un testo', en: 'a text' },
  number: { it: 'un numero', en: 'a number' },
  integer: { it: 'un numero intero', en: 'a whole number' },
  boolean: { it: 'sì o no', en: 'yes or no' },
  array: { it: 'un elenco', en: 'a list' },
  object: { it: 'un insieme di voci', en: 'a set of entries' },
  null: { it: 'nulla', en: 'nothing' },
  note: { it: 'una nota', en: 'a note' },
  date: { it: 'una data', en: 'a date' },
  'date-time': { it: 'una data con l’ora', en: 'a date with its time' },
  email: { it: 'un indirizzo di posta', en: 'a mail address' },
  phone: { it: 'un numero di telefono', en: 'a phone number' },
  file: { it: 'un file', en: 'a file' },
  edition: { it: 'un’edizione', en: 'an edition' },
  consent: { it: 'un consenso', en: 'a consent' },
  attendance: { it: 'una presenza', en: 'an attendance' },
  '=': { it: 'è', en: 'is' },
  '!=': { it: 'non è', en: 'is not' },
  '<': { it: 'è meno di', en: 'is less than' },
  '<=': { it: 'è al massimo', en: 'is at most' },
  '>': { it: 'è più di', en: 'is more than' },
  '>=': { it: 'è almeno', en: 'is at least' },
  in: { it: 'è uno di', en: 'is one of' },
  'not-in': { it: 'non è nessuno di', en: 'is none of' },
  contains: { it: 'comprende', en: 'includes' },
  known: { it: 'si conosce', en: 'is known' },
};

/** Types, formats or comparisons, in words; one that is not known is shown as it is. */
export function kindsOf(names: readonly string[]): Words {
  const all = names.map((name) => KINDS[name] ?? { it: name, en: name });
  return { it: all.map(({ it }) => it).join(', '), en: all.map(({ en }) => en).join(', ') };
}

/** Parts of a document that two versions are never compared by. */
const PARTS: Readonly<Record<string, Words>> = {
  after: { it: 'La scadenza', en: 'The deadline' },
  always: { it: 'Il passaggio immediato', en: 'The immediate transition' },
  const: { it: 'Il valore della scelta', en: 'The value of the choice' },
  en: { it: 'Il testo inglese', en: 'The English text' },
  fact: { it: 'Il dato', en: 'The fact' },
  id: { it: 'L’identificativo', en: 'The identifier' },
  invoke: { it: 'L’attività', en: 'The activity' },
  it: { it: 'Il testo italiano', en: 'The Italian text' },
  machine: { it: 'Il disegno', en: 'The drawing' },
  on: { it: 'L’azione', en: 'The action' },
  onDone: { it: 'Il seguito', en: 'The continuation' },
  op: { it: 'Il confronto', en: 'The comparison' },
  states: { it: 'L’elenco dei passi interni', en: 'The list of inner steps' },
  steps: { it: 'L’elenco dei passi', en: 'The list of steps' },
};

/** A property within a sentence: «il termine», “the term”. */
export function partName(property: string): Words {
  const { it, en } = PARTS[property] ?? propertyName(property);
  return { it: it[0]!.toLowerCase() + it.slice(1), en: en[0]!.toLowerCase() + en.slice(1) };
}
