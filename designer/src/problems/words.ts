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
} as const satisfies Record<string, Words | Record<string, Words>>;
