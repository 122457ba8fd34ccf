import type { Words } from '@percorso/engine';

export const WORDS = {
  choose: { it: 'Scegli…', en: 'Choose…' },
  yes: { it: 'Sì', en: 'Yes' },
  no: { it: 'No', en: 'No' },
  exampleEdition: { it: 'Edizione di esempio', en: 'Sample edition' },
  fileHelp: {
    it: 'Il documento resta in archivio: scrivi qui il suo riferimento, il protocollo o il nome.',
    en: 'The document stays in the archive: write its reference, its number or its name here.',
  },
  nothingToFill: {
    it: 'Non c’è nulla da compilare: basta confermare.',
    en: 'There is nothing to fill in: confirming is enough.',
  },
} as const satisfies Record<string, Words | Record<string, Words>>;
