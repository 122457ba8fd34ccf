import type { Words } from '@percorso/engine';

/** The words of the editor as a whole; each room has its own beside it. */
export const WORDS = {
  editor: { it: 'Progetto del percorso', en: 'Pathway designer' },
  tools: { it: 'Strumenti', en: 'Tools' },
  undo: { it: 'Annulla', en: 'Undo' },
  redo: { it: 'Ripristina', en: 'Redo' },
  undone: { it: 'Annullato', en: 'Undone' },
  redone: { it: 'Ripristinato', en: 'Redone' },
  view: { it: 'Come vedere il percorso', en: 'How to see the pathway' },
  canvas: { it: 'Disegno', en: 'Drawing' },
  outline: { it: 'Elenco', en: 'List' },
  panel: { it: 'Dettagli', en: 'Details' },
  closePanel: { it: 'Chiudi i dettagli', en: 'Close the details' },
  openPanel: { it: 'Apri i dettagli', en: 'Open the details' },
  present: { it: 'Sono qui anche', en: 'Also here' },
  refused: { it: 'Non si può fare', en: 'This can’t be done' },
  close: { it: 'Chiudi', en: 'Close' },
  merge: {
    title: { it: 'Due modifiche allo stesso punto', en: 'Two changes of the same thing' },
    lead: {
      it: 'Mentre disegnavi, {who} ha salvato. Dove avete cambiato la stessa cosa, scegli che cosa vale.',
      en: 'While you were drawing, {who} has saved. Where both of you changed the same, choose what holds.',
    },
    mine: { it: 'Tu', en: 'You' },
    theirs: { it: '{who}', en: '{who}' },
    which: { it: 'Che cosa vale', en: 'What holds' },
    settle: { it: 'Conferma e salva', en: 'Confirm and save' },
  },
  rooms: {
    element: { it: 'Elemento', en: 'Element' },
    pathway: { it: 'Percorso', en: 'Pathway' },
    problems: { it: 'Problemi', en: 'Problems' },
    trial: { it: 'Prova', en: 'Try it' },
    changes: { it: 'Modifiche', en: 'Changes' },
    comments: { it: 'Commenti', en: 'Comments' },
  },
  saved: {
    saved: { it: 'Tutto salvato', en: 'All saved' },
    unsaved: { it: 'Modifiche da salvare', en: 'Not saved yet' },
    saving: { it: 'Salvataggio…', en: 'Saving…' },
    offline: {
      it: 'Senza rete: le modifiche restano su questo computer',
      en: 'Offline: your edits are kept on this computer',
    },
    busy: {
      it: 'Il server non risponde bene: le modifiche restano su questo computer, e si riprova',
      en: 'The server has trouble: your edits are kept on this computer, to be tried again',
    },
    unkept: {
      it: 'Non si riesce a salvare: lascia aperta questa pagina, o esporta il percorso',
      en: 'This can’t be saved now: keep this page open, or export the pathway',
    },
    conflict: { it: 'Da accordare con un collega', en: 'To be settled with a colleague' },
  },
} as const satisfies Record<string, Words | Record<string, Words>>;
