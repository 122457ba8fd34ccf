import type { Kind } from './kind.ts';

/** Changing the pathway of one youth: the engine says the reason in its own words. */
export const deviationProblems = {
  'reason-missing': {
    status: 422,
    title: { it: 'Manca il motivo', en: 'The reason is missing' },
    detail: {
      it: 'Senza un motivo non si può cambiare il percorso di una persona.',
      en: 'Without a reason a person’s pathway can’t be changed.',
    },
  },
  'step-unknown': {
    status: 422,
    title: { it: 'Passo sconosciuto', en: 'Unknown step' },
    detail: {
      it: 'Questo percorso non ha un passo con questo nome.',
      en: 'This pathway has no step of this name.',
    },
  },
  'step-not-present': {
    status: 409,
    title: { it: 'Il caso non è lì', en: 'The case is not there' },
    detail: {
      it: 'Il caso non è al passo da saltare.',
      en: 'The case is not at the step that would be skipped.',
    },
  },
  'no-way-there': {
    status: 409,
    title: { it: 'Nessuna freccia porta lì', en: 'No arrow leads there' },
    detail: {
      it: 'Da quel passo nessuna freccia porta lì.',
      en: 'No arrow leads there from that step.',
    },
  },
  'never-been-there': {
    status: 409,
    title: { it: 'Il caso non ci è mai stato', en: 'The case has never been there' },
    detail: {
      it: 'Si torna solo a un passo in cui il caso è già stato.',
      en: 'One goes back only to a step where the case has been.',
    },
  },
  'no-place-to-stay': {
    status: 409,
    title: { it: 'Lì non ci si ferma', en: 'One doesn’t stay there' },
    detail: {
      it: 'A quel passo il percorso andrebbe subito avanti.',
      en: 'At that step the pathway would go on at once.',
    },
  },
  'would-end': {
    status: 409,
    title: { it: 'Il percorso si concluderebbe', en: 'The pathway would end' },
    detail: {
      it: 'Un esito si registra con la sua azione.',
      en: 'An outcome is recorded by its own action.',
    },
  },
  'no-outcome': {
    status: 409,
    title: { it: 'Da lì non si arriva a un esito', en: 'No outcome can be reached from there' },
    detail: {
      it: 'Con i dati di adesso, da lì non si arriverebbe a nessun esito.',
      en: 'With the facts as they are, no outcome could be reached from there.',
    },
  },
  'already-there': {
    status: 409,
    title: { it: 'Il caso è già lì', en: 'The case is there already' },
    detail: {
      it: 'Non cambierebbe nulla.',
      en: 'Nothing would change.',
    },
  },
  'task-invalid': {
    status: 422,
    title: { it: 'Il compito non va bene', en: 'The task is not right' },
    detail: {
      it: 'Al compito manca qualcosa, o qualcosa non va bene.',
      en: 'Something is missing from the task, or not right.',
    },
  },
  'task-known': {
    status: 409,
    title: { it: 'Il compito c’è già', en: 'The task is there already' },
    detail: {
      it: 'Un compito con questo numero c’è già.',
      en: 'There is a task with this number already.',
    },
  },
  'nothing-to-undo': {
    status: 409,
    title: { it: 'Non c’è nulla da annullare', en: 'There is nothing to undo' },
    detail: {
      it: 'Il percorso è appena cominciato.',
      en: 'The pathway has only just begun.',
    },
  },
  'undo-migration': {
    status: 409,
    title: { it: 'Non è un passo', en: 'It is no step' },
    detail: {
      it: 'Il passaggio a un’altra versione si riporta indietro dalla pagina della migrazione.',
      en: 'The move to another version is taken back on the page of the migration.',
    },
  },
  'undo-timer': {
    status: 409,
    title: { it: 'È scaduto un termine', en: 'A time limit ran out' },
    detail: {
      it: 'Annullato, scadrebbe di nuovo subito.',
      en: 'Undone, it would run out again at once.',
    },
  },
  'undo-partner': {
    status: 409,
    title: { it: 'L’ha registrato un partner', en: 'A partner recorded it' },
    detail: {
      it: 'Ciò che ha registrato un partner non si annulla da qui.',
      en: 'What a partner recorded can’t be undone from here.',
    },
  },
  'undo-elsewhere': {
    status: 409,
    title: { it: 'Si è concluso altrove', en: 'It ended elsewhere' },
    detail: {
      it: 'Ciò che si è concluso in un altro percorso o servizio non si annulla da qui.',
      en: 'What ended in another pathway or a service can’t be undone from here.',
    },
  },
  'undo-youth': {
    status: 409,
    title: { it: 'L’ha fatto il giovane', en: 'The young person did it' },
    detail: {
      it: 'Ciò che il giovane ha fatto dalla sua pagina non si annulla da qui: parlane insieme.',
      en: 'What the young person did on their own page can’t be undone from here: talk it over.',
    },
  },
  'undo-role': {
    status: 403,
    title: { it: 'Non spetta a te annullarlo', en: 'It is not yours to undo' },
    detail: {
      it: 'Lo può annullare solo chi può farlo, o chi coordina.',
      en: 'Only those who may do it can undo it, or a coordinator.',
    },
  },
  'undo-sub-case': {
    status: 409,
    title: { it: 'C’è di mezzo un altro percorso', en: 'Another pathway is involved' },
    detail: {
      it: 'Il sotto-percorso è andato avanti, o il percorso principale sa già come si è concluso.',
      en: 'The sub-pathway has gone on, or the main pathway knows already how it ended.',
    },
  },
  'undo-seat': {
    status: 409,
    title: { it: 'Il posto non è più libero', en: 'The seat is no longer free' },
    detail: {
      it: 'Il posto che il giovane aveva è stato dato a qualcun altro.',
      en: 'The seat that the young person had was given to somebody else.',
    },
  },
  'undo-outdated': {
    status: 409,
    title: {
      it: 'L’ultima cosa accaduta è un’altra',
      en: 'The last thing that happened is another one',
    },
    detail: {
      it: 'Ricarica la pagina e guarda che cosa verrebbe annullato ora.',
      en: 'Read the page again and see what would be undone now.',
    },
  },
  'trace-erased': {
    status: 409,
    title: { it: 'I dati sono stati cancellati', en: 'The data were erased' },
    detail: {
      it: 'Del tracciato sono stati cancellati i dati: non si può più sapere com’era.',
      en: 'The data of the trace were erased: how it was can’t be known any more.',
    },
  },
  'trace-broken': {
    status: 409,
    title: { it: 'Il tracciato non torna', en: 'The trace doesn’t add up' },
    detail: {
      it: 'Il tracciato di questo caso non porta alla sua situazione: segnalalo a chi amministra.',
      en: 'The trace of this case doesn’t lead to its state: please tell an administrator.',
    },
  },
} as const satisfies Record<string, Kind>;
