import type { Words } from '@percorso/engine';

/** The words of what coordinators say to each other about a draft. */
export const WORDS = {
  title: { it: 'Commenti', en: 'Comments' },
  onStep: { it: 'Su', en: 'On' },
  onWhole: { it: 'Su tutto il percorso', en: 'On the whole pathway' },
  gone: { it: 'Su un passo tolto', en: 'On a step that was removed' },
  none: {
    it: 'Ancora nessun commento. Scrivi qui ciò che va deciso insieme.',
    en: 'No comments yet. Write here what is to be decided together.',
  },
  resolvedShown: { it: 'Mostra anche quelli risolti', en: 'Show the resolved ones too' },
  write: { it: 'Nuovo commento', en: 'New comment' },
  send: { it: 'Commenta', en: 'Comment' },
  reply: { it: 'Rispondi', en: 'Reply' },
  resolve: { it: 'Risolto', en: 'Resolved' },
  reopen: { it: 'Riapri', en: 'Open again' },
  remove: { it: 'Elimina', en: 'Delete' },
  resolvedBy: { it: 'Risolto da', en: 'Resolved by' },
  failed: {
    it: 'Il commento non è arrivato: il testo è ancora qui, riprova.',
    en: 'The comment did not arrive: the text is still here, try again.',
  },
  noYouths: {
    it: 'Non scrivere nomi o dati dei ragazzi.',
    en: 'Do not write names or data of youths.',
  },
} as const satisfies Record<string, Words>;
