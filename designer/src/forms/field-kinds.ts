import type { Field, Option, Words } from '@percorso/engine';

export const FIELD_KINDS = [
  'text',
  'note',
  'number',
  'date',
  'choice',
  'choices',
  'yes-no',
  'attendance',
  'file',
  'consent',
  'date-time',
  'email',
  'phone',
  'edition',
] as const;

/** What a coordinator calls the type of a field. */
export type FieldKind = (typeof FIELD_KINDS)[number];

export const KIND_WORDS: Readonly<Record<FieldKind, { label: Words; help: Words }>> = {
  text: {
    label: { it: 'Testo', en: 'Text' },
    help: { it: 'Una riga scritta liberamente.', en: 'A line written freely.' },
  },
  note: {
    label: { it: 'Nota', en: 'Note' },
    help: { it: 'Un testo di più righe.', en: 'A text of several lines.' },
  },
  number: {
    label: { it: 'Numero', en: 'Number' },
    help: { it: 'Con unità, minimo e massimo.', en: 'With a unit, a minimum and a maximum.' },
  },
  date: {
    label: { it: 'Data', en: 'Date' },
    help: { it: 'Un giorno.', en: 'A day.' },
  },
  choice: {
    label: { it: 'Scelta', en: 'Choice' },
    help: { it: 'Una sola voce di un elenco.', en: 'One item of a list.' },
  },
  choices: {
    label: { it: 'Più scelte', en: 'Several choices' },
    help: { it: 'Una o più voci di un elenco.', en: 'One or more items of a list.' },
  },
  'yes-no': {
    label: { it: 'Sì o no', en: 'Yes or no' },
    help: { it: 'Una domanda con due risposte.', en: 'A question with two answers.' },
  },
  attendance: {
    label: { it: 'Presenze', en: 'Attendance' },
    help: { it: 'Una percentuale, da 0 a 100.', en: 'A percentage, from 0 to 100.' },
  },
  file: {
    label: { it: 'Riferimento a un file', en: 'File reference' },
    help: { it: 'Protocollo o nome di un documento.', en: 'A document’s number or name.' },
  },
  consent: {
    label: { it: 'Consenso firmato', en: 'Signed consent' },
    help: { it: 'Una casella da spuntare.', en: 'A box to tick.' },
  },
  'date-time': {
    label: { it: 'Giorno e ora', en: 'Day and time' },
    help: { it: 'Per un appuntamento.', en: 'For an appointment.' },
  },
  email: {
    label: { it: 'Posta elettronica', en: 'E-mail' },
    help: { it: 'Un indirizzo.', en: 'An address.' },
  },
  phone: {
    label: { it: 'Telefono', en: 'Telephone' },
    help: { it: 'Un numero di telefono.', en: 'A telephone number.' },
  },
  edition: {
    label: { it: 'Edizione di un’opportunità', en: 'Edition of an opportunity' },
    help: { it: 'Un corso o laboratorio con le sue date.', en: 'A course or lab with its dates.' },
  },
};

/** The kind of a field of a document. */
export function kindOf({ type, format, oneOf }: Field): FieldKind {
  if (type === 'boolean') return format === 'consent' ? 'consent' : 'yes-no';
  if (type === 'array') return 'choices';
  if (type !== 'string') return format === 'attendance' ? 'attendance' : 'number';
  if (oneOf) return 'choice';
  return format === undefined || format === 'consent' || format === 'attendance' ? 'text' : format;
}

const FIRST_CHOICES: readonly Option[] = [
  { const: 'first', label: { it: 'Prima scelta', en: 'First choice' } },
  { const: 'second', label: { it: 'Seconda scelta', en: 'Second choice' } },
];

/** A new field of a kind, called as its kind is until it gets a label of its own. */
export function newField(kind: FieldKind, opportunity: string | undefined): Field {
  const { label } = KIND_WORDS[kind];
  switch (kind) {
    case 'text':
      return { type: 'string', label };
    case 'number':
      return { type: 'integer', label };
    case 'choice':
      return { type: 'string', label, oneOf: FIRST_CHOICES };
    case 'choices':
      return { type: 'array', label, items: { type: 'string', oneOf: FIRST_CHOICES } };
    case 'yes-no':
      return { type: 'boolean', label };
    case 'consent':
      return { type: 'boolean', label, format: kind };
    case 'attendance':
      return { type: 'number', label, format: kind };
    case 'edition':
      return { type: 'string', label, format: kind, ...(opportunity && { opportunity }) };
    default:
      return { type: 'string', label, format: kind };
  }
}

/** Whether nobody has called the field anything yet. */
export function hasFirstLabel(field: Field): boolean {
  const { it, en } = KIND_WORDS[kindOf(field)].label;
  return field.label.it === it && field.label.en === en;
}

/** Whether a choice is still one that a new field began with. */
export function hasFirstChoiceLabel({ const: name, label: { it } }: Option): boolean {
  return FIRST_CHOICES.some((first) => first.const === name && first.label.it === it);
}

/** The kinds whose fields may be filled in beforehand; a consent never is. */
export function mayHaveDefault(kind: FieldKind): boolean {
  return ['text', 'number', 'attendance', 'date', 'choice', 'choices', 'yes-no'].includes(kind);
}
