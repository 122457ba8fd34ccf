import type { Words } from '../document.ts';

/** What a coordinator calls the properties of a document, each in the singular. */
const NAMES: Readonly<Record<string, Words>> = {
  actions: { it: 'La conseguenza', en: 'The effect' },
  assignee: { it: 'L’incaricato', en: 'The assignee' },
  at: { it: 'Il momento', en: 'The time' },
  body: { it: 'Il testo', en: 'The text' },
  colour: { it: 'Il colore', en: 'The colour' },
  data: { it: 'Il passaggio di dati', en: 'The handing over of data' },
  default: { it: 'Il valore iniziale', en: 'The initial value' },
  description: { it: 'La nota', en: 'The remark' },
  due: { it: 'Il termine', en: 'The term' },
  edition: { it: 'L’edizione', en: 'The edition' },
  emphasis: { it: 'Il rilievo', en: 'The emphasis' },
  entry: { it: 'La conseguenza dell’ingresso', en: 'The effect of entering' },
  exit: { it: 'La conseguenza dell’uscita', en: 'The effect of leaving' },
  form: { it: 'Il modulo', en: 'The form' },
  format: { it: 'Il formato', en: 'The format' },
  guard: { it: 'La condizione', en: 'The condition' },
  help: { it: 'Il testo di aiuto', en: 'The help text' },
  history: { it: 'La memoria', en: 'The memory' },
  initial: { it: 'Il passo iniziale', en: 'The first step' },
  items: { it: 'L’elenco delle scelte', en: 'The list of choices' },
  label: { it: 'Il nome', en: 'The name' },
  maxItems: { it: 'Il numero massimo di scelte', en: 'The greatest number of choices' },
  maxLength: { it: 'La lunghezza massima', en: 'The greatest length' },
  maximum: { it: 'Il valore massimo', en: 'The greatest value' },
  messages: { it: 'Il messaggio inviato', en: 'The message sent' },
  minItems: { it: 'Il numero minimo di scelte', en: 'The least number of choices' },
  minimum: { it: 'Il valore minimo', en: 'The least value' },
  noun: { it: 'Il nome nelle frasi', en: 'The name in sentences' },
  oneOf: { it: 'L’elenco delle scelte', en: 'The list of choices' },
  opportunity: { it: 'Il tipo di opportunità', en: 'The kind of opportunity' },
  outcome: { it: 'L’esito', en: 'The outcome' },
  pathway: { it: 'Il sotto-percorso', en: 'The sub-pathway' },
  place: { it: 'Il luogo', en: 'The place' },
  reenter: { it: 'Il rientro nel passo', en: 'The entering again' },
  required: { it: 'L’obbligo di risposta', en: 'The need for an answer' },
  roles: { it: 'L’elenco di chi può farlo', en: 'The list of who may do it' },
  service: { it: 'Il servizio collegato', en: 'The connected service' },
  src: { it: 'Il tipo', en: 'The kind' },
  stage: { it: 'La fase', en: 'The stage' },
  subject: { it: 'L’oggetto', en: 'The subject' },
  summary: { it: 'La descrizione', en: 'The summary' },
  target: { it: 'La destinazione', en: 'The destination' },
  title: { it: 'Il titolo', en: 'The title' },
  to: { it: 'Il destinatario', en: 'The recipient' },
  type: { it: 'Il tipo', en: 'The type' },
  unit: { it: 'L’unità di misura', en: 'The unit' },
};

/** With its article, as a sentence begins. */
export function propertyName(property: string): Words {
  if (Object.hasOwn(NAMES, property)) return NAMES[property]!;
  return { it: `La proprietà «${property}»`, en: `The property “${property}”` };
}
