import type { Kind } from './kind.ts';

/** The engine's refusals: it says the reason in its own words, these are the kinds. */
export const caseProblems = {
  'action-unknown': {
    status: 404,
    title: { it: 'Azione sconosciuta', en: 'Unknown action' },
    detail: {
      it: 'Questo percorso non ha un’azione con questo nome.',
      en: 'This pathway has no action of this name.',
    },
  },
  'case-ended': {
    status: 409,
    title: { it: 'Il percorso è concluso', en: 'The pathway has ended' },
    detail: { it: 'Il caso è chiuso.', en: 'The case is closed.' },
  },
  'action-not-open-here': {
    status: 409,
    title: { it: 'Non ora', en: 'Not now' },
    detail: {
      it: 'L’azione non è prevista nel passo in cui si trova il caso.',
      en: 'The action does not belong to the step where the case is.',
    },
  },
  'rule-says-no': {
    status: 409,
    title: { it: 'Una condizione non è soddisfatta', en: 'A condition is not met' },
    detail: {
      it: 'Le regole del percorso non lo permettono ora.',
      en: 'The rules of the pathway do not allow this now.',
    },
  },
  'activity-not-open': {
    status: 409,
    title: { it: 'Attività non aperta', en: 'The activity is not open' },
    detail: {
      it: 'L’attività è già conclusa o è stata ritirata.',
      en: 'The activity is already over, or it was withdrawn.',
    },
  },
  'timer-not-running': {
    status: 409,
    title: { it: 'Scadenza non attiva', en: 'The timer is not running' },
    detail: { it: 'La scadenza non è più attiva.', en: 'The timer is no longer running.' },
  },
  'timer-not-due': {
    status: 409,
    title: { it: 'Scadenza non raggiunta', en: 'The timer is not due' },
    detail: { it: 'La scadenza non è ancora arrivata.', en: 'The timer is not due yet.' },
  },
  'too-many-steps': {
    status: 409,
    title: { it: 'Il percorso non si ferma', en: 'The pathway does not stop' },
    detail: {
      it: 'I passaggi automatici di questa versione non finiscono: avvisa il coordinamento.',
      en: 'The automatic transitions of this version never end: tell the coordinators.',
    },
  },
  'answer-invalid': {
    status: 422,
    title: { it: 'Il modulo non è completo', en: 'The form is not complete' },
    detail: {
      it: 'Correggi i campi indicati e riprova.',
      en: 'Correct the fields shown and try again.',
    },
  },
  'fact-unknown': {
    status: 422,
    title: { it: 'Dato sconosciuto', en: 'Unknown fact' },
    detail: {
      it: 'Questo percorso non ha un dato con questo nome.',
      en: 'This pathway has no fact of this name.',
    },
  },
  'fact-invalid': {
    status: 422,
    title: { it: 'Valore non valido', en: 'The value is not valid' },
    detail: {
      it: 'Il valore non è del tipo previsto per questo dato.',
      en: 'The value is not of the kind that this fact has.',
    },
  },
} as const satisfies Record<string, Kind>;
