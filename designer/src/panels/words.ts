import type { Words } from '@percorso/engine';

/** What several panels say; each panel has its own words beside it. */
export const WORDS = {
  italian: { it: 'Italiano', en: 'Italian' },
  english: { it: 'Inglese', en: 'English' },
  name: { it: 'Nome', en: 'Name' },
  help: { it: 'Spiegazione', en: 'Help' },
  untranslated: {
    it: 'Manca l’inglese: per ora si legge l’italiano.',
    en: 'The English is missing: for now the Italian is read.',
  },
  sameAsItalian: {
    it: 'L’inglese è uguale all’italiano: è da tradurre?',
    en: 'The English is the Italian: is it to be translated?',
  },
  needed: { it: 'Serve un testo.', en: 'A text is needed.' },
  nothingFound: { it: 'Nessun risultato', en: 'Nothing found' },
  search: { it: 'Cerca', en: 'Search' },
  add: { it: 'Aggiungi', en: 'Add' },
  remove: { it: 'Togli', en: 'Remove' },
  done: { it: 'Fatto', en: 'Done' },
  cancel: { it: 'Lascia stare', en: 'Cancel' },
  close: { it: 'Chiudi', en: 'Close' },
  apply: { it: 'Applica', en: 'Apply' },
  edit: { it: 'Modifica', en: 'Edit' },
  up: { it: 'Sposta su', en: 'Move up' },
  down: { it: 'Sposta giù', en: 'Move down' },
  of: { it: 'di', en: 'of' },
  usedBy: { it: 'Usato da', en: 'Used by' },
  unused: { it: 'Non è ancora usato.', en: 'Not used yet.' },
  unit: { it: 'Unità', en: 'Unit' },
  units: {
    hours: { it: 'ore', en: 'hours' },
    days: { it: 'giorni', en: 'days' },
    weeks: { it: 'settimane', en: 'weeks' },
    months: { it: 'mesi', en: 'months' },
  },
} as const satisfies Record<string, Words | Record<string, Words>>;
