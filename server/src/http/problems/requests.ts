import type { Kind } from './kind.ts';

/** The request itself, and the state of the server. */
export const requestProblems = {
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
  'method-unknown': {
    status: 405,
    title: { it: 'Metodo non previsto', en: 'Method not allowed' },
    detail: {
      it: 'Questo indirizzo accetta solo i metodi elencati in Allow.',
      en: 'This address accepts only the methods listed in Allow.',
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
    detail: { it: 'Manda di meno in una volta.', en: 'Send less at once.' },
  },
  'type-unsupported': {
    status: 415,
    title: { it: 'Formato non accettato', en: 'The format is not accepted' },
    detail: {
      it: 'Invia JSON in UTF-8 senza compressione (Content-Type: application/json).',
      en: 'Send uncompressed JSON in UTF-8 (Content-Type: application/json).',
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
