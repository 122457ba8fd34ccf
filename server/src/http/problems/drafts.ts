import type { Kind } from './kind.ts';

/** Drafts of pathways, and publishing them. */
export const draftProblems = {
  'document-invalid': {
    status: 422,
    title: { it: 'Il percorso non è scritto bene', en: 'The pathway is not well-formed' },
    detail: {
      it: 'Correggi i punti indicati e riprova.',
      en: 'Correct the places shown and try again.',
    },
  },
  'draft-closed': {
    status: 409,
    title: { it: 'La bozza è chiusa', en: 'The draft is closed' },
    detail: {
      it: 'È stata pubblicata o scartata: non si modifica più.',
      en: 'It was published or discarded: it is changed no more.',
    },
  },
  'pathway-id-taken': {
    status: 409,
    title: { it: 'Identificativo già usato', en: 'The id is in use' },
    detail: {
      it: 'Un altro percorso, o la bozza di uno nuovo, ha già questo identificativo.',
      en: 'Another pathway, or the draft of a new one, already has this id.',
    },
  },
  'comments-full': {
    status: 409,
    title: { it: 'Troppi commenti', en: 'Too many comments' },
    detail: {
      it: 'Una bozza può avere al massimo 1000 commenti.',
      en: 'A draft may have 1000 comments at most.',
    },
  },
  'persona-name-taken': {
    status: 409,
    title: { it: 'Nome già usato', en: 'The name is in use' },
    detail: {
      it: 'Un’altra persona di questo percorso si chiama già così: scegli un altro nome.',
      en: 'Another persona of this pathway has this name already: choose another.',
    },
  },
  'persona-forgotten': {
    status: 409,
    title: { it: 'La persona è stata dimenticata', en: 'The persona was forgotten' },
    detail: {
      it: 'Qualcuno l’ha dimenticata nel frattempo: riprendila, o conservane una nuova.',
      en: 'Somebody has forgotten it in the meantime: take it up again, or keep a new one.',
    },
  },
  'personas-full': {
    status: 409,
    title: { it: 'Troppe persone', en: 'Too many personas' },
    detail: {
      it: 'Di un percorso se ne conservano al massimo 100: prima dimenticane una.',
      en: 'Of a pathway 100 are kept at most: forget one first.',
    },
  },
  'version-not-current': {
    status: 409,
    title: { it: 'È uscita un’altra versione', en: 'Another version has come out' },
    detail: {
      it: 'La bozza parte da una versione che non è quella attuale: uniscila a quella attuale e riprova.',
      en: 'The draft builds on a version that is not the current one: merge it with that and try again.',
    },
  },
  'version-unchanged': {
    status: 409,
    title: { it: 'Non è cambiato nulla', en: 'Nothing has changed' },
    detail: {
      it: 'La bozza è uguale all’ultima versione pubblicata. Se è stata ritirata, si può rimettere in uso.',
      en: 'The draft is the same as the last version published. If that was withdrawn, it can be put back in use.',
    },
  },
  'draft-has-errors': {
    status: 422,
    title: { it: 'Ci sono errori da correggere', en: 'There are errors to correct' },
    detail: {
      it: 'Così com’è, qualcuno resterebbe bloccato: correggi i punti indicati prima di pubblicare.',
      en: 'As it is, somebody would get stuck: correct the places shown before publishing.',
    },
  },
  'check-undecided': {
    status: 409,
    title: {
      it: 'Il controllo non ha potuto dire tutto',
      en: 'The check could not tell everything',
    },
    detail: {
      it: 'Non ha trovato errori, ma non può escluderli: guarda bene il percorso e di’ se va bene così.',
      en: 'It found no errors, but can’t rule them out: look well at the pathway and say whether it is right so.',
    },
  },
  'personas-astray': {
    status: 409,
    title: {
      it: 'Per qualche persona il cammino cambia',
      en: 'For some personas the walk changes',
    },
    detail: {
      it: 'Guarda che cosa cambia nel loro cammino: correggi la bozza, o di’ che va bene così.',
      en: 'See what changes in their walk: correct the draft, or say that it is right so.',
    },
  },
  'personas-changed': {
    status: 409,
    title: { it: 'Le persone sono cambiate', en: 'The personas have changed' },
    detail: {
      it: 'Mentre la bozza veniva controllata qualcuno ha cambiato le persone del percorso: riprova.',
      en: 'Somebody changed the personas of the pathway while the draft was checked: try again.',
    },
  },
  'check-unfinished': {
    status: 503,
    title: { it: 'Il controllo non è finito', en: 'The check did not finish' },
    detail: {
      it: 'Il percorso è troppo grande, o ci sono altri controlli in corso: riprova tra poco.',
      en: 'The pathway is too large, or others are being checked: try again in a moment.',
    },
  },
  'approval-missing': {
    status: 409,
    title: { it: 'Manca una seconda approvazione', en: 'A second approval is missing' },
    detail: {
      it: 'La bozza così com’è ora la approva un’altra persona del coordinamento: né chi l’ha salvata per ultimo, né chi pubblica.',
      en: 'Another coordinator approves the draft as it is now: neither who saved it last nor who publishes.',
    },
  },
  'approval-own': {
    status: 409,
    title: { it: 'Serve un’altra persona', en: 'Somebody else is needed' },
    detail: {
      it: 'L’ultima modifica è tua: la approva un’altra persona del coordinamento.',
      en: 'The last change is yours: another coordinator approves it.',
    },
  },
} as const satisfies Record<string, Kind>;
