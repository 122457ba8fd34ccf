import type { DeviationKind, Words } from '@percorso/engine';

/** The words of where youths left the arrows of a pathway. */
export const WORDS = {
  lead: {
    it: 'Per queste persone chi le segue ha dovuto fare altro da quello che il percorso prevede. Dove succede spesso può servire ridisegnare.',
    en: 'For these people their case managers had to do something else than the pathway has it. Where that is frequent, a redesign may help.',
  },
  show: { it: 'Segna i passi sul disegno e nell’elenco', en: 'Mark the steps on drawing and list' },
  hideMarks: {
    it: 'Nascondi dove si è usciti dal percorso',
    en: 'Hide where people left the pathway',
  },
  showMarks: {
    it: 'Mostra dove si è usciti dal percorso',
    en: 'Show where people left the pathway',
  },
  legend: {
    it: 'quante volte si è usciti dal percorso da quel passo',
    en: 'how often people left the pathway at that step',
  },
  list: { it: 'Passi da cui si è usciti', en: 'Steps at which people left' },
  time: { it: 'volta fuori dal percorso', en: 'time off the pathway' },
  times: { it: 'volte fuori dal percorso', en: 'times off the pathway' },
  gone: { it: 'Non c’è più in questa bozza', en: 'No longer in this draft' },
  onlyBefore: { it: 'Solo nelle versioni precedenti', en: 'Only in earlier versions' },
  version: { it: 'versione', en: 'version' },
  versions: { it: 'versioni', en: 'versions' },
  unavailable: {
    it: 'Ora non si può sapere: il resto funziona. Riprova ad aprire la bozza più tardi.',
    en: 'This is not known now; the rest works. Open the draft again later.',
  },
  person: { it: 'caso', en: 'case' },
  people: { it: 'casi', en: 'cases' },
} as const satisfies Record<string, Words>;

/** «Salti: 3»: what was done, in the plural of a table. */
export const KIND_WORDS: Readonly<Record<DeviationKind, Words>> = {
  skip: { it: 'Salti', en: 'Skipped' },
  'go-back': { it: 'Ritorni indietro', en: 'Gone back' },
  'go-to': { it: 'Spostamenti', en: 'Moved elsewhere' },
  'add-task': { it: 'Compiti aggiunti', en: 'Tasks added' },
  'withdraw-task': { it: 'Compiti ritirati', en: 'Tasks withdrawn' },
  undo: { it: 'Passi annullati', en: 'Steps undone' },
};

/** «3 volte fuori dal percorso». */
export function timesOff(count: number): Words {
  const { it, en } = count === 1 ? WORDS.time : WORDS.times;
  return { it: `${count} ${it}`, en: `${count} ${en}` };
}
