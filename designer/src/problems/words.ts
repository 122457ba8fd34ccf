import type { Words } from '@percorso/engine';

export const WORDS = {
  late: {
    it: 'La verifica si è fermata dopo 20 secondi: le situazioni possibili sono molte.',
    en: 'The check stopped after 20 seconds: there are very many possible situations.',
  },
  stopped: {
    it: 'La verifica di che cosa può succedere è stata interrotta.',
    en: 'The check of what can happen was stopped.',
  },
  running: { it: 'Guardo che cosa può succedere…', en: 'Looking at what can happen…' },
  configurations: { it: 'situazioni guardate', en: 'situations looked at' },
  stop: { it: 'Interrompi', en: 'Stop' },
  lookAgain: { it: 'Verifica di nuovo', en: 'Check again' },
  all: { it: 'Tutti', en: 'All' },
  show: { it: 'Che cosa mostrare', en: 'What to show' },
  kinds: {
    error: { it: 'Da correggere', en: 'To correct' },
    warning: { it: 'Da guardare', en: 'To look at' },
    hint: { it: 'Suggerimenti', en: 'Suggestions' },
    personas: { it: 'Persone', en: 'Personas' },
  },
  groups: {
    error: { it: 'Da correggere', en: 'To correct' },
    warning: { it: 'Da guardare', en: 'To look at' },
    hint: { it: 'Suggerimenti', en: 'Suggestions' },
    personas: {
      it: 'Persone il cui cammino cambia',
      en: 'Personas whose walk changes',
    },
  },
  passing: {
    it: 'Le persone registrate fanno tutte il cammino previsto:',
    en: 'All the recorded personas walk as expected:',
  },
  personasHelp: {
    it: 'Persone inventate di cui il percorso deve sempre permettere il cammino.',
    en: 'Invented people whose walk the pathway must always allow.',
  },
  none: {
    it: 'Nessun problema: il percorso si può pubblicare.',
    en: 'No problems: the pathway can be published.',
  },
  noErrors: {
    it: 'Nulla da correggere: il percorso si può pubblicare.',
    en: 'Nothing to correct: the pathway can be published.',
  },
  noneYet: {
    it: 'Nel disegno nessun problema. Ora guardo che cosa può succedere ai giovani.',
    en: 'No problem in the drawing. Now looking at what can happen to the youths.',
  },
  noneButStopped: {
    it: 'Nel disegno nessun problema; che cosa può succedere non è stato guardato tutto.',
    en: 'No problem in the drawing; not everything that can happen was looked at.',
  },
  repair: { it: 'Correggi', en: 'Correct' },
  repaired: { it: 'Corretto', en: 'Corrected' },
  toCorrect: { it: 'Per correggere', en: 'To correct it' },
  cantRepair: { it: 'Non si può correggere così', en: 'It can’t be corrected this way' },
  outdated: { it: 'da ricontrollare', en: 'to be checked again' },
  waitToRepair: {
    it: 'Aspetta che sia ricontrollato.',
    en: 'Wait until it has been checked again.',
  },
  example: { it: 'Per esempio', en: 'For example' },
  readExample: { it: 'Leggi l’esempio', en: 'Read the example' },
  watch: { it: 'Guardala passo per passo', en: 'Watch it step by step' },
  watchPersona: { it: 'Guarda dove cambia', en: 'See where it changes' },
  gone: { it: 'Non c’è più nel disegno', en: 'It is no longer in the drawing' },
  list: { it: 'Problemi della bozza', en: 'Problems of the draft' },
} as const satisfies Record<string, Words | Record<string, Words>>;
