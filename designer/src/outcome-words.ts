import type { Outcome, Words } from '@percorso/engine';

/** How a case may end, as coordinators say it. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, Words>> = {
  employment: { it: 'Lavoro', en: 'Employment' },
  'self-employment': { it: 'Lavoro autonomo', en: 'Self-employment' },
  education: { it: 'Ritorno a scuola o all’università', en: 'Back to school or university' },
  'abroad-or-volunteering': { it: 'Estero o volontariato', en: 'Abroad or volunteering' },
  transferred: { it: 'Passaggio ad altro servizio', en: 'Transferred to another service' },
  withdrawn: { it: 'Ritirato', en: 'Withdrawn' },
  'lost-contact': { it: 'Contatto perso', en: 'Lost contact' },
  'not-started': { it: 'Percorso non iniziato', en: 'Not started' },
  completed: { it: 'Completato', en: 'Completed' },
};
