import type { Words } from '@percorso/engine';

/** The words of importing and exporting. */
export const WORDS = {
  menu: { it: 'Importa ed esporta', en: 'Import and export' },
  exports: { it: 'Esporta', en: 'Export' },
  imports: { it: 'Importa', en: 'Import' },
  document: { it: 'Percorso completo', en: 'Whole pathway' },
  documentHelp: {
    it: 'Si può reimportare senza perdere nulla (JSON)',
    en: 'Can be imported again without losing anything (JSON)',
  },
  machine: { it: 'Macchina XState', en: 'XState machine' },
  machineHelp: {
    it: 'Per gli strumenti visuali di XState (JSON)',
    en: 'For the visual tools of XState (JSON)',
  },
  bpmn: { it: 'BPMN 2.0', en: 'BPMN 2.0' },
  bpmnHelp: { it: 'Per i sistemi di processo', en: 'For process systems' },
  scxml: { it: 'SCXML', en: 'SCXML' },
  scxmlHelp: { it: 'Lo standard W3C delle macchine a stati', en: 'The W3C’s state charts' },
  svg: { it: 'Immagine vettoriale (SVG)', en: 'Vector picture (SVG)' },
  png: { it: 'Immagine (PNG)', en: 'Picture (PNG)' },
  print: { it: 'Stampa per la riunione', en: 'Print for the meeting' },
  open: { it: 'Da un file o da un testo…', en: 'From a file or a text…' },
  leftTitle: { it: 'Che cosa BPMN non può dire', en: 'What BPMN can’t say' },
  leftLead: {
    it: 'Il file è stato salvato. Queste parti del percorso in BPMN non ci sono, o solo in parte:',
    en: 'The file was saved. These parts of the pathway are not in BPMN, or only in part:',
  },
  importTitle: { it: 'Importa un percorso', en: 'Import a pathway' },
  importLead: {
    it: 'Il percorso importato prende il posto di questa bozza; si può annullare.',
    en: 'What is imported takes the place of this draft; it can be undone.',
  },
  file: { it: 'File (JSON)', en: 'File (JSON)' },
  chooseFile: { it: 'Scegli un file', en: 'Choose a file' },
  text: { it: 'Oppure incolla qui il testo', en: 'Or paste the text here' },
  pasted: { it: 'testo incollato', en: 'pasted text' },
  notSaved: {
    it: 'Il file non si è potuto preparare: riprova, o scegli un altro formato.',
    en: 'The file could not be made: try again, or choose another format.',
  },
  take: { it: 'Importa', en: 'Import' },
  cancel: { it: 'Lascia stare', en: 'Cancel' },
  close: { it: 'Chiudi', en: 'Close' },
  nothing: { it: 'Scegli un file o incolla un testo.', en: 'Choose a file or paste a text.' },
  refused: {
    it: 'Non si può importare: la bozza è rimasta com’era.',
    en: 'This can’t be imported: the draft is as it was.',
  },
  at: { it: 'Dove', en: 'Where' },
  whole: { it: 'tutto il file', en: 'the whole file' },
  others: { it: 'Altri problemi', en: 'Other problems' },
  imported: { it: 'Percorso importato', en: 'Pathway imported' },
} as const satisfies Record<string, Words>;
