import type { Words } from '@percorso/engine';

/** The words of pictures and printed pages. */
export const WORDS = {
  leadsTo: { it: 'porta a', en: 'leads to' },
  legend: { it: 'Fasi', en: 'Stages' },
  end: { it: 'Esito', en: 'Outcome' },
  regions: { it: 'In parallelo', en: 'Side by side' },
  return: { it: 'Riprende da dov’era', en: 'Resumes where it was' },
  begins: { it: 'Si comincia qui', en: 'Begins here' },
  steps: { it: 'I passi', en: 'The steps' },
  activities: { it: 'Attività', en: 'Activities' },
  ways: { it: 'Dove porta', en: 'Where it leads' },
} as const satisfies Record<string, Words>;

/** How many steps and arrows, for who does not see the picture. */
export function countWords(steps: number, arrows: number): Words {
  return {
    it: `${steps} passi e ${arrows} passaggi.`,
    en: `${steps} steps and ${arrows} arrows.`,
  };
}
