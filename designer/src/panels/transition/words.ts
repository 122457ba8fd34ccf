import type { Words } from '@percorso/engine';

/** The words of a transition's panel. */
export const TRANSITION = {
  kind: { it: 'Passaggio', en: 'Transition' },
  to: { it: 'Porta a', en: 'Leads to' },
  stays: { it: 'Resta nel passo', en: 'Stays in the step' },
  when: { it: 'Quando', en: 'When' },
  changeCause: { it: 'Cambia quando succede', en: 'Change when it happens' },
  openAction: { it: 'Modifica l’azione', en: 'Edit the action' },
  condition: { it: 'Condizione', en: 'Condition' },
  which: { it: 'Solo se', en: 'Only if' },
  always: { it: 'Sempre: nessuna condizione', en: 'Always: no condition' },
  newRule: { it: 'Nuova condizione', en: 'New condition' },
  editRule: { it: 'Modifica la condizione', en: 'Edit the condition' },
  alsoUsed: { it: 'La usano anche', en: 'It is also used by' },
  order: { it: 'Ordine', en: 'Order' },
  of: { it: 'di', en: 'of' },
  more: { it: 'Altro', en: 'More' },
  reenter: { it: 'Ricomincia il passo da capo', en: 'Begins the step anew' },
  reenterHelp: {
    it: 'Le attività e i tempi del passo ripartono.',
    en: 'The step’s activities and times start again.',
  },
  note: { it: 'Nota per chi disegna', en: 'Note for those who draw' },
  noteHelp: { it: 'Non la vede nessun altro.', en: 'Nobody else sees it.' },
  remove: { it: 'Togli il passaggio', en: 'Remove the transition' },
} as const satisfies Record<string, Words>;
