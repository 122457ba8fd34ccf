import type { Kind } from './kind.ts';

/** Who may ask, and how often. */
export const accessProblems = {
  'session-missing': {
    status: 401,
    title: { it: 'Devi accedere', en: 'You need to sign in' },
    detail: {
      it: 'La sessione non c’è o è scaduta: accedi di nuovo.',
      en: 'There is no session, or it has ended: sign in again.',
    },
  },
  'sign-in-wrong': {
    status: 401,
    title: { it: 'Accesso non riuscito', en: 'You could not be signed in' },
    detail: {
      it: 'L’indirizzo e-mail o la password non sono giusti.',
      en: 'The e-mail address or the password is not right.',
    },
  },
  forbidden: {
    status: 403,
    title: { it: 'Non ti è permesso', en: 'You are not allowed to do this' },
    detail: {
      it: 'Il tuo ruolo non lo prevede. Rivolgiti al coordinamento.',
      en: 'Your role does not include this. Ask the coordinators.',
    },
  },
  'cross-site': {
    status: 403,
    title: { it: 'Richiesta da un altro sito', en: 'A request from another site' },
    detail: {
      it: 'Le modifiche si fanno solo dalle pagine di questo sito.',
      en: 'Changes are made only from the pages of this site.',
    },
  },
  'link-invalid': {
    status: 410,
    title: { it: 'Il collegamento non vale più', en: 'The link is no longer valid' },
    detail: {
      it: 'È scaduto o è già stato usato: chiedine uno nuovo.',
      en: 'It has expired or has been used: ask for a new one.',
    },
  },
  'too-many': {
    status: 429,
    title: { it: 'Troppi tentativi', en: 'Too many attempts' },
    detail: {
      it: 'Aspetta qualche minuto e riprova.',
      en: 'Wait a few minutes and try again.',
    },
  },
} as const satisfies Record<string, Kind>;
