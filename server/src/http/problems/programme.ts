import type { Kind } from './kind.ts';

/** Editions, accounts and what the programme is open for. */
export const programmeProblems = {
  'email-taken': {
    status: 409,
    title: { it: 'Indirizzo già usato', en: 'The address is in use' },
    detail: {
      it: 'Un’altra persona ha già questo indirizzo e-mail.',
      en: 'Another person already has this e-mail address.',
    },
  },
  'last-administrator': {
    status: 409,
    title: { it: 'Serve un amministratore', en: 'An administrator is needed' },
    detail: {
      it: 'È l’ultimo amministratore attivo: nominane prima un altro.',
      en: 'This is the last active administrator: appoint another one first.',
    },
  },
  'seats-taken': {
    status: 409,
    title: { it: 'Posti già occupati', en: 'Seats are taken' },
    detail: {
      it: 'I posti non possono essere meno di quelli già occupati.',
      en: 'There cannot be fewer seats than are taken already.',
    },
  },
  'not-our-age': {
    status: 422,
    title: { it: 'Un’altra porta per te', en: 'Another door for you' },
    detail: {
      it: 'Il programma è per chi ha da 16 a 34 anni.',
      en: 'The programme is for people from 16 to 34.',
    },
  },
  'pathway-closed': {
    status: 503,
    title: { it: 'Iscrizioni non aperte', en: 'Registration is not open' },
    detail: {
      it: 'In questo momento nessuno può cominciare il percorso: riprova più avanti.',
      en: 'At the moment nobody can begin the pathway: try again later.',
    },
  },
  'organisation-unknown': {
    status: 409,
    title: { it: 'L’organizzazione non c’è', en: 'There is no such organisation' },
    detail: {
      it: 'Il passo affida un’attività a un’organizzazione che non c’è: avvisa il coordinamento.',
      en: 'The step gives work to an organisation that is not there: tell the coordinators.',
    },
  },
  'edition-unknown': {
    status: 422,
    title: { it: 'Edizione sconosciuta', en: 'Unknown edition' },
    detail: {
      it: 'Questa edizione non esiste, o non è del tipo che serve qui.',
      en: 'This edition does not exist, or is not of the kind needed here.',
    },
  },
  'edition-closed': {
    status: 409,
    title: { it: 'Iscrizioni chiuse', en: 'Enrolment is closed' },
    detail: {
      it: 'Le iscrizioni a questa edizione sono chiuse: scegline un’altra.',
      en: 'Enrolment in this edition is closed: choose another.',
    },
  },
  'edition-full': {
    status: 409,
    title: { it: 'Edizione al completo', en: 'The edition is full' },
    detail: {
      it: 'Non ci sono più posti: accetta la lista d’attesa, o scegli un’altra edizione.',
      en: 'There are no seats left: the waiting list can be accepted, or another edition chosen.',
    },
  },
} as const satisfies Record<string, Kind>;
