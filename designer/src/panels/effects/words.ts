import type { Words } from '@percorso/engine';

/** What happens along the way: facts recorded, messages sent. */
export const EFFECTS = {
  entry: { it: 'Quando si entra nel passo', en: 'When the step is entered' },
  exit: { it: 'Quando si esce dal passo', en: 'When the step is left' },
  onTheWay: { it: 'Che cosa succede passando', en: 'What happens on the way' },
  nothing: { it: 'Non succede altro.', en: 'Nothing else happens.' },
  addRecord: { it: 'Registra un dato', en: 'Record a fact' },
  addMessage: { it: 'Invia un messaggio', en: 'Send a message' },
  fact: { it: 'Quale dato', en: 'Which fact' },
  how: { it: 'Che cosa registrare', en: 'What to record' },
  value: { it: 'Valore', en: 'Value' },
  answer: { it: 'Risposta', en: 'Answer' },
  amount: { it: 'Di quanto', en: 'By how much' },
  message: { it: 'Quale messaggio', en: 'Which message' },
  ways: {
    value: { it: 'Un valore deciso ora', en: 'A value decided now' },
    answer: {
      it: 'La risposta a una domanda del modulo',
      en: 'The answer to a question of the form',
    },
    add: { it: 'Un aumento (o una diminuzione)', en: 'An increase (or a decrease)' },
    forget: { it: 'Non è più noto', en: 'It is no longer known' },
  },
  noFacts: {
    it: 'Il percorso non ha ancora dati: aggiungili in «Percorso», alla voce «Dati del caso».',
    en: 'The pathway has no facts yet: add them in “Pathway”, under “Facts of the case”.',
  },
  noMessages: {
    it: 'Il percorso non ha ancora messaggi: scrivili in «Percorso», alla voce «Messaggi».',
    en: 'The pathway has no messages yet: write them in “Pathway”, under “Messages”.',
  },
} as const satisfies Record<string, Words | Record<string, Words>>;
