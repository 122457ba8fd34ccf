import type { Words } from '@percorso/engine';

/** The words of the drawing surface. */
export const WORDS = {
  canvas: { it: 'Disegno del percorso', en: 'Drawing of the pathway' },
  skip: { it: 'Salta il disegno', en: 'Skip the drawing' },
  step: { it: 'passo', en: 'step' },
  keys: {
    it: 'Invio: scegli, di nuovo Invio: strumenti. Frecce: sposta. F2: cambia nome. Canc: togli. C: collega a un altro passo.',
    en: 'Enter: choose, Enter again: tools. Arrows: move. F2: rename. Del: remove. C: connect to another step.',
  },
  kinds: {
    step: { it: 'Passo', en: 'Step' },
    group: { it: 'Gruppo', en: 'Group' },
    regions: { it: 'Rami paralleli', en: 'Side by side' },
    end: { it: 'Esito', en: 'Outcome' },
    return: { it: 'Riprende da dov’era', en: 'Resumes where it was' },
  },
  someOrganisation: { it: 'un’organizzazione', en: 'an organisation' },
  initial: { it: 'Inizio', en: 'Start' },
  begins: { it: 'si comincia da qui', en: 'begins here' },
  repeated: { it: 'può ripetersi', en: 'may be repeated' },
  untranslated: { it: 'da tradurre', en: 'to be translated' },
  problem: { it: 'problema', en: 'problem' },
  problems: { it: 'problemi', en: 'problems' },
  comments: { it: 'commenti aperti', en: 'open comments' },
  comment: { it: 'commento aperto', en: 'open comment' },
  youths: { it: 'persone qui ora', en: 'people here now' },
  walk: {
    present: { it: 'Qui', en: 'Here' },
    walked: { it: 'Già passato', en: 'Passed' },
  },
  change: {
    added: { it: 'Nuovo', en: 'New' },
    removed: { it: 'Tolto', en: 'Removed' },
    changed: { it: 'Cambiato', en: 'Changed' },
    renamed: { it: 'Altro nome', en: 'Renamed' },
    moved: { it: 'Spostato', en: 'Moved' },
  },
  severity: {
    error: { it: 'da correggere', en: 'to be corrected' },
    warning: { it: 'da guardare', en: 'to be looked at' },
    hint: { it: 'consiglio', en: 'advice' },
  },
  chooseTarget: {
    it: 'Scegli dove porta il passaggio — Esc per smettere',
    en: 'Choose where the arrow leads — Esc to stop',
  },
  stop: { it: 'Smetti', en: 'Stop' },
  whichArrow: { it: 'Quale passaggio?', en: 'Which transition?' },
  ways: {
    action: { it: 'azione', en: 'action' },
    timer: { it: 'tempo', en: 'time' },
    done: { it: 'attività conclusa', en: 'activity done' },
    failed: { it: 'attività non riuscita', en: 'activity not done' },
    always: { it: 'da sé', en: 'by itself' },
    completed: { it: 'gruppo completo', en: 'group complete' },
  },
  byItself: { it: 'da sé', en: 'by itself' },
  whenCompleted: { it: 'quando il gruppo è completo', en: 'when the group is complete' },
  controls: { it: 'Comandi del disegno', en: 'Controls of the drawing' },
  miniMap: { it: 'Mappa in piccolo', en: 'Small map' },
  connect: { it: 'Collega a…', en: 'Connect to…' },
  rename: { it: 'Nome del passo', en: 'Name of the step' },
  removed: { it: 'Tolto', en: 'Removed' },
  undo: { it: 'Annulla', en: 'Undo' },
  close: { it: 'Chiudi', en: 'Close' },
  inside: { it: 'Passi del gruppo', en: 'Steps of the group' },
  steps: { it: 'passi', en: 'steps' },
  oneArrow: { it: 'un passaggio', en: 'one arrow' },
  oneActivity: { it: 'un’attività', en: 'one activity' },
  fold: { it: 'Chiudi il gruppo', en: 'Fold the group' },
  unfold: { it: 'Apri il gruppo', en: 'Unfold the group' },
  into: { it: 'Dentro', en: 'Into' },
} as const satisfies Tree;

interface Tree {
  readonly [key: string]: Words | Tree;
}
