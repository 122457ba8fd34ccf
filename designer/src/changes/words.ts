import type { Words } from '@percorso/engine';

/** The words of what a draft changes. */
export const WORDS = {
  title: { it: 'Che cosa cambia', en: 'What changes' },
  lead: {
    it: 'Rispetto alla versione pubblicata, quella che seguono le persone oggi.',
    en: 'Against the published version, the one people follow today.',
  },
  none: {
    it: 'Nessuna modifica: la bozza è uguale alla versione pubblicata.',
    en: 'No changes: the draft is the same as the published version.',
  },
  elsewhere: { it: 'In tutto il percorso', en: 'In the whole pathway' },
  layout: { it: 'Anche le posizioni sul disegno', en: 'Positions on the drawing too' },
  goTo: { it: 'Vai a', en: 'Go to' },
  kinds: {
    added: { it: 'Nuovo', en: 'New' },
    removed: { it: 'Tolto', en: 'Removed' },
    changed: { it: 'Cambiato', en: 'Changed' },
    renamed: { it: 'Rinominato', en: 'Renamed' },
    moved: { it: 'Spostato', en: 'Moved' },
  },
} as const satisfies Record<string, Words | Record<string, Words>>;
