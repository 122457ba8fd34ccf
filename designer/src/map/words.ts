import type { Words } from '@percorso/engine';

/** The designer's own words; everything else comes from the document. */
export const WORDS = {
  map: { it: 'Mappa del percorso', en: 'Map of the pathway' },
  skip: { it: 'Salta la mappa', en: 'Skip the map' },
  here: { it: 'Qui', en: 'Here' },
  passed: { it: 'Già passato', en: 'Passed' },
  end: { it: 'Esito', en: 'Outcome' },
  return: { it: 'Riprende da dov’era', en: 'Resumes where it was' },
  regions: { it: 'In parallelo', en: 'Side by side' },
  legend: {
    walked: { it: 'Già passato', en: 'Passed' },
    present: { it: 'Adesso', en: 'Now' },
    ahead: { it: 'Non ancora', en: 'Not yet' },
  },
  showHere: { it: 'Mostra chi è qui', en: 'Show who is here' },
  fullScreen: { it: 'Schermo intero', en: 'Full screen' },
  endFullScreen: { it: 'Chiudi lo schermo intero', en: 'Leave full screen' },
  stands: { it: 'persone qui ora', en: 'people here now' },
  standsOne: { it: 'persona qui ora', en: 'person here now' },
  zoomIn: { it: 'Ingrandisci', en: 'Zoom in' },
  zoomOut: { it: 'Riduci', en: 'Zoom out' },
  showAll: { it: 'Tutto il percorso', en: 'Whole pathway' },
  showPresent: { it: 'Punto attuale', en: 'Present step' },
  controls: { it: 'Comandi della mappa', en: 'Map controls' },
  choose: {
    it: 'Scegli un passo per leggere dove porta.',
    en: 'Choose a step to read where it leads.',
  },
  noWay: { it: 'Da qui non parte nessun passaggio.', en: 'No arrow leaves from here.' },
  leadsTo: { it: 'porta a', en: 'leads to' },
  nodeHelp: {
    it: 'Premi Invio per leggere dove porta questo passo.',
    en: 'Press Enter to read where this step leads.',
  },
} as const satisfies Record<string, Words | Record<string, Words>>;

/** What a number of people at a step is called after it. */
export const standsWords = (count: number): Words => (count === 1 ? WORDS.standsOne : WORDS.stands);
