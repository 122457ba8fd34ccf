import { type Field, OUTCOMES, type PathwayDocument, type Words } from '@percorso/engine';
import { own } from '../commands/edit/records.ts';
import { OUTCOME_WORDS } from '../outcome-words.ts';
import type { FieldSteps } from './form-steps.ts';

/** A field that the programme knows by its name, because something is done with its answer. */
export interface KnownField {
  readonly name: string;
  readonly help: Words;
  readonly is: Field;
}

export const KNOWN_FIELDS: readonly KnownField[] = [
  {
    name: 'acceptWaiting',
    help: {
      it: 'Con un sì ci si può iscrivere anche quando i posti sono finiti.',
      en: 'With a yes one can enrol even when the seats are taken.',
    },
    is: {
      type: 'boolean',
      label: { it: 'Va bene anche la lista d’attesa', en: 'The waiting list is fine too' },
      default: false,
    },
  },
  {
    name: 'outcome',
    help: {
      it: 'Com’è finito: di un sotto-percorso la risposta arriva da sé.',
      en: 'How it ended: of a sub-pathway the answer comes by itself.',
    },
    is: {
      type: 'string',
      label: { it: 'Esito del percorso', en: 'Outcome of the pathway' },
      oneOf: OUTCOMES.map((outcome) => ({ const: outcome, label: OUTCOME_WORDS[outcome] })),
    },
  },
];

/** Those that a form has not yet. */
export function knownFieldsFor(document: PathwayDocument, form: string): readonly KnownField[] {
  const properties = own(document.forms, form)?.properties ?? {};
  return KNOWN_FIELDS.filter(({ name }) => !Object.hasOwn(properties, name));
}

export function addingKnown(form: string, { name, is }: KnownField): FieldSteps {
  return { field: name, steps: [{ name: 'add-field', parameters: { form, field: name, is } }] };
}
