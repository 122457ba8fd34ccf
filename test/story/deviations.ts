import type { Deviations } from '@percorso/designer/editor';

/** Where the youths of the NEET pathway might have left its arrows. */
export const deviations: Deviations = {
  cases: 11,
  currentVersion: 2,
  steps: [
    {
      step: 'interviewed',
      label: { it: 'Colloquio svolto', en: 'Interview held' },
      version: 2,
      counts: { skip: 5, 'add-task': 2 },
      total: 7,
    },
    {
      step: 'interviewed',
      label: { it: 'Colloquio svolto', en: 'Interview held' },
      version: 1,
      counts: { skip: 1 },
      total: 1,
    },
    {
      step: 'motivation',
      label: { it: 'Motivazione', en: 'Motivation' },
      version: 1,
      counts: { 'go-back': 3, undo: 1 },
      total: 4,
    },
    {
      step: 'second-call',
      label: { it: 'Seconda chiamata', en: 'Second call' },
      version: 1,
      counts: { 'go-to': 1 },
      total: 1,
    },
  ],
};
