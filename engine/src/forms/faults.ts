import type { Words } from '../document.ts';

/** Every fault of an answer, in words that say what would be right. */
export const FAULTS = {
  'not-a-form': () => ({
    it: 'La risposta deve essere un insieme di campi con i loro valori.',
    en: 'The answer must be a set of fields with their values.',
  }),
  'unknown-field': () => ({
    it: 'Questo campo non fa parte del modulo: va tolto.',
    en: 'This field is not part of the form: remove it.',
  }),
  required: () => ({ it: 'Compila questo campo.', en: 'Fill in this field.' }),
  'consent-needed': () => ({
    it: 'Per proseguire serve il consenso: spunta la casella.',
    en: 'Consent is needed to go on: tick the box.',
  }),
  'not-text': () => ({ it: 'Scrivi un testo.', en: 'Write a text.' }),
  'not-boolean': () => ({ it: 'Rispondi sì o no.', en: 'Answer yes or no.' }),
  'not-number': () => ({ it: 'Scrivi un numero.', en: 'Write a number.' }),
  'not-integer': () => ({
    it: 'Scrivi un numero intero, senza decimali.',
    en: 'Write a whole number, without decimals.',
  }),
  'too-small': (limit) => ({
    it: `Il valore deve essere almeno ${limit}.`,
    en: `The value must be at least ${limit}.`,
  }),
  'too-great': (limit) => ({
    it: `Il valore può essere al massimo ${limit}.`,
    en: `The value may be at most ${limit}.`,
  }),
  'not-list': () => ({
    it: 'Scegli una o più voci dell’elenco.',
    en: 'Choose one or more of the listed items.',
  }),
  'not-a-choice': () => ({ it: 'Scegli una voce dell’elenco.', en: 'Choose a listed item.' }),
  'chosen-twice': () => ({
    it: 'Scegli ogni voce una volta sola.',
    en: 'Choose each item only once.',
  }),
  'too-few': (limit) => ({ it: `Scegli almeno ${limit} voci.`, en: `Choose at least ${limit}.` }),
  'too-many': (limit) => ({
    it: `Scegli al massimo ${limit} voci.`,
    en: `Choose at most ${limit}.`,
  }),
  'too-long': (limit) => ({
    it: `Il testo è troppo lungo: al massimo ${limit} caratteri.`,
    en: `The text is too long: at most ${limit} characters.`,
  }),
  'not-date': () => ({
    it: 'Scrivi una data che esiste, come 2026-11-21.',
    en: 'Write a date that exists, such as 2026-11-21.',
  }),
  'not-date-time': () => ({
    it: 'Scrivi data e ora con il fuso, come 2026-11-21T09:30:00Z.',
    en: 'Write a date and time with its offset, such as 2026-11-21T09:30:00Z.',
  }),
  'not-email': () => ({
    it: 'Scrivi un indirizzo di posta elettronica, come nome@esempio.it.',
    en: 'Write an e-mail address, such as name@example.org.',
  }),
  'not-phone': () => ({
    it: 'Scrivi un numero di telefono, come 333 123 4567.',
    en: 'Write a telephone number, such as +39 333 123 4567.',
  }),
  'not-edition': () => ({
    it: 'Scegli un’edizione dell’elenco.',
    en: 'Choose one of the listed editions.',
  }),
} as const satisfies Record<string, (limit: number) => Words>;

export type FaultCode = keyof typeof FAULTS;
