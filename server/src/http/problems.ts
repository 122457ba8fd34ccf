import type { Language, Words } from '../contract/words.ts';

interface Kind {
  readonly status: number;
  readonly title: Words;
  readonly detail: Words;
}

/** Every "no" that the API can say. A test provokes each of them. */
export const PROBLEMS = {
  'json-broken': {
    status: 400,
    title: { it: 'Il contenuto non è leggibile', en: 'The content cannot be read' },
    detail: {
      it: 'Il corpo della richiesta non è JSON valido.',
      en: 'The body of the request is not valid JSON.',
    },
  },
  'input-invalid': {
    status: 400,
    title: { it: 'Alcuni dati non vanno bene', en: 'Some of the data are not right' },
    detail: {
      it: 'Correggi i dati indicati e riprova.',
      en: 'Correct the data shown and try again.',
    },
  },
  'key-missing': {
    status: 400,
    title: { it: 'Manca la chiave della richiesta', en: 'The key of the request is missing' },
    detail: {
      it: 'Serve Idempotency-Key: da 8 a 100 lettere, cifre, trattini o trattini bassi.',
      en: 'Send Idempotency-Key: 8 to 100 letters, digits, hyphens or underscores.',
    },
  },
  'revision-malformed': {
    status: 400,
    title: { it: 'La revisione non è leggibile', en: 'The revision cannot be read' },
    detail: {
      it: 'If-Match deve contenere un numero tra virgolette, come "3".',
      en: 'If-Match must be a number in quotes, such as "3".',
    },
  },
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
  'not-found': {
    status: 404,
    title: { it: 'Non trovato', en: 'Not found' },
    detail: {
      it: 'Non esiste, oppure non puoi vederlo.',
      en: 'It does not exist, or you may not see it.',
    },
  },
  'address-unknown': {
    status: 404,
    title: { it: 'Indirizzo sconosciuto', en: 'Unknown address' },
    detail: { it: 'A questo indirizzo non c’è nulla.', en: 'There is nothing at this address.' },
  },
  'action-unknown': {
    status: 404,
    title: { it: 'Azione sconosciuta', en: 'Unknown action' },
    detail: {
      it: 'Questo percorso non ha un’azione con questo nome.',
      en: 'This pathway has no action of this name.',
    },
  },
  'method-unknown': {
    status: 405,
    title: { it: 'Metodo non previsto', en: 'Method not allowed' },
    detail: {
      it: 'Questo indirizzo accetta solo i metodi elencati in Allow.',
      en: 'This address accepts only the methods listed in Allow.',
    },
  },
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
  'idempotency-key-reused': {
    status: 409,
    title: { it: 'Chiave già usata', en: 'The key was used before' },
    detail: {
      it: 'Questa Idempotency-Key è già servita per una richiesta diversa: usane una nuova.',
      en: 'This Idempotency-Key has served for a different request: use a new one.',
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
      it: 'Il percorso per te non è ancora pubblicato: riprova più avanti.',
      en: 'The pathway for you is not published yet: try again later.',
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
      it: 'Non ci sono più posti: si può accettare la lista d’attesa, o scegliere un’altra edizione.',
      en: 'There are no seats left: the waiting list can be accepted, or another edition chosen.',
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
  'link-invalid': {
    status: 410,
    title: { it: 'Il collegamento non vale più', en: 'The link is no longer valid' },
    detail: {
      it: 'È scaduto o è già stato usato: chiedine uno nuovo.',
      en: 'It has expired or has been used: ask for a new one.',
    },
  },
  'revision-stale': {
    status: 412,
    title: { it: 'Qualcuno è arrivato prima', en: 'Somebody was faster' },
    detail: {
      it: 'Nel frattempo è cambiato qualcosa: rileggi e riprova.',
      en: 'It has changed in the meantime: read it again and try again.',
    },
  },
  'body-too-large': {
    status: 413,
    title: { it: 'Contenuto troppo grande', en: 'The content is too large' },
    detail: { it: 'Sono ammessi al massimo 64 kB.', en: 'At most 64 kB are allowed.' },
  },
  'type-unsupported': {
    status: 415,
    title: { it: 'Formato non accettato', en: 'The format is not accepted' },
    detail: {
      it: 'Invia JSON in UTF-8 senza compressione (Content-Type: application/json).',
      en: 'Send uncompressed JSON in UTF-8 (Content-Type: application/json).',
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
  'revision-missing': {
    status: 428,
    title: { it: 'Manca la revisione', en: 'The revision is missing' },
    detail: {
      it: 'Serve If-Match con la revisione che hai letto, come "3".',
      en: 'Send If-Match with the revision that you read, such as "3".',
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
  bug: {
    status: 500,
    title: { it: 'Qualcosa non ha funzionato', en: 'Something went wrong' },
    detail: {
      it: 'È un nostro errore. Riprova; se continua, segnala il codice.',
      en: 'It is our mistake. Try again; if it goes on, report the code.',
    },
  },
  'database-away': {
    status: 503,
    title: { it: 'Il servizio non è raggiungibile', en: 'The service is not reachable' },
    detail: {
      it: 'La banca dati non risponde: riprova tra poco.',
      en: 'The database does not answer: try again in a moment.',
    },
  },
  'pages-missing': {
    status: 503,
    title: { it: 'Pagine non pronte', en: 'The pages are not ready' },
    detail: {
      it: 'Le pagine del sito non sono state ancora costruite.',
      en: 'The pages of the site have not been built yet.',
    },
  },
} as const satisfies Record<string, Kind>;

export type ProblemCode = keyof typeof PROBLEMS;

export interface Fault {
  readonly path: string;
  readonly message: Words;
}

/** What a "no" says besides its code; `detail` replaces the registry's words. */
export interface NoDetails {
  readonly detail?: Words;
  readonly path?: string;
  readonly faults?: readonly Fault[];
  readonly unlock?: readonly { words: Words; fact: string; action?: string }[];
  readonly revision?: number;
  readonly id?: string;
  readonly retryAfterSeconds?: number;
  readonly allow?: readonly string[];
}

/** An expected "no", returned by handlers as a value; never thrown. */
export class No {
  readonly code: ProblemCode;
  readonly details: NoDetails;
  constructor(code: ProblemCode, details: NoDetails) {
    this.code = code;
    this.details = details;
  }
}

export function no(code: ProblemCode, details: NoDetails = {}): No {
  return new No(code, details);
}

/** The body of the answer: RFC 9457 problem details in the reader's language. */
export function problemOf({ code, details }: No, language: Language) {
  const { retryAfterSeconds: _, allow: __, detail, ...rest } = details;
  const kind: Kind = PROBLEMS[code];
  return {
    type: `urn:percorso:problem:${code}`,
    title: kind.title[language],
    status: kind.status,
    detail: (detail ?? kind.detail)[language],
    code,
    ...rest,
  };
}
