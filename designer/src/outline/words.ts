import type { Words } from '@percorso/engine';

/** The words of the editable list. */
export const WORDS = {
  tree: { it: 'Passi del percorso', en: 'Steps of the pathway' },
  keys: {
    it: 'Frecce: scorri · Invio: dettagli · Spazio: scegli più passi · F2: cambia nome · Ins: aggiungi dopo · C: collega a… · D: duplica · M: altro · Canc: togli',
    en: 'Arrows: move · Enter: details · Space: choose several steps · F2: rename · Ins: add after · C: connect to… · D: duplicate · M: more · Del: remove',
  },
  add: { it: 'Aggiungi', en: 'Add' },
  connect: { it: 'Collega a…', en: 'Connect to…' },
  rename: { it: 'Cambia nome', en: 'Rename' },
  more: { it: 'Altro…', en: 'More…' },
  removed: { it: 'Tolto', en: 'Removed' },
  openAll: { it: 'Apri tutto', en: 'Unfold all' },
  foldAll: { it: 'Chiudi tutto', en: 'Fold all' },
  search: { it: 'Cerca un passo', en: 'Search a step' },
  none: { it: 'Nessun passo con questo nome.', en: 'No step with this name.' },
  initial: { it: 'si comincia da qui', en: 'begins here' },
  regions: { it: 'rami paralleli', en: 'side by side' },
  end: { it: 'esito', en: 'outcome' },
  return: { it: 'riprende da dov’era', en: 'resumes where it was' },
  problems: { it: 'da correggere', en: 'to be corrected' },
  youth: { it: 'persona qui ora', en: 'person here now' },
  youths: { it: 'persone qui ora', en: 'people here now' },
  here: { it: 'qui', en: 'here' },
  stays: { it: 'resta nel passo', en: 'stays in the step' },
  on: { it: 'se', en: 'if' },
  way: {
    action: { it: 'Azione', en: 'Action' },
    timer: { it: 'Tempo', en: 'Time' },
    done: { it: 'Concluso', en: 'Done' },
    failed: { it: 'Non riuscito', en: 'Not done' },
    always: { it: 'Subito', en: 'At once' },
    completed: { it: 'Gruppo completo', en: 'Group complete' },
  },
  dialog: {
    title: { it: 'Nuovo passo', en: 'New step' },
    name: { it: 'Nome', en: 'Name' },
    nameNeeded: { it: 'Scrivi come si chiama.', en: 'Write what it is called.' },
    what: { it: 'Che cos’è', en: 'What it is' },
    where: { it: 'Dove', en: 'Where' },
    after: { it: 'Dopo', en: 'After' },
    inside: { it: 'Dentro', en: 'Inside' },
    atTop: { it: 'Nel percorso, senza collegarlo', en: 'In the pathway, not connected' },
    how: { it: 'Come ci si arriva', en: 'How one gets there' },
    noWay: { it: 'Lo collego più tardi', en: 'I’ll connect it later' },
    newAction: { it: 'Con una nuova azione', en: 'By a new action' },
    actionName: { it: 'Nome della nuova azione', en: 'Name of the new action' },
    outcome: { it: 'Come finisce il percorso', en: 'How the pathway ends' },
    first: { it: 'Primo passo', en: 'First step' },
    region: { it: 'Ramo', en: 'Branch' },
    history: {
      it: 'Quanto indietro si riprende',
      en: 'How far back it resumes',
    },
    add: { it: 'Aggiungi', en: 'Add' },
    cancel: { it: 'Lascia stare', en: 'Cancel' },
    kinds: {
      step: { it: 'Passo', en: 'Step' },
      group: { it: 'Gruppo di passi', en: 'Group of steps' },
      regions: { it: 'Rami paralleli', en: 'Steps side by side' },
      final: { it: 'Esito finale', en: 'Final outcome' },
      history: { it: 'Ritorno a dove si era', en: 'Return to where one was' },
    },
  },
} as const satisfies Tree;

interface Tree {
  readonly [key: string]: Words | Tree;
}
