import type { Entry, Pathway, Words } from '@percorso/engine';
import { findActivityInput } from './activity-input.ts';
import { type AddedTask, isAddedTask } from './added-tasks.ts';
import { stepSummary } from './step-words.ts';

/** What an entry is told with: the version that it happened on, and what added tasks are called. */
export interface Telling {
  readonly pathway: Pathway;
  /** Empty for whoever may not read private texts. */
  readonly tasks: ReadonlyMap<string, Pick<AddedTask, 'label' | 'form'>>;
}

export interface Told {
  readonly kind: string;
  /** Absent where it was erased, and of entries that moved nothing. */
  readonly event: Entry['event'] | undefined;
  /** The colleague whom an administrative entry names. */
  readonly other?: string | null;
  /** What was undone, of an undoing. */
  readonly undone?: Words | undefined;
}

const join = (words: Words, it: string, en: string): Words => ({
  it: `${words.it}${it}`,
  en: `${words.en}${en}`,
});

const colon = (words: Words, more: Words): Words => join(words, `: ${more.it}`, `: ${more.en}`);

/** One line of the timeline: what happened, in the words of the pathway. */
export function entryWords(telling: Telling, { kind, event, other, undone }: Told): Words {
  const { pathway } = telling;
  const step = (key: string) => stepSummary(pathway, key).label;
  switch (event?.type) {
    case 'action':
      return pathway.document.actions[event.action]?.label ?? KINDS.action!;
    case 'done':
      return join(activityLabel(telling, event.activity), ': fatto', ': done');
    case 'failed':
      return event.reason === 'declined'
        ? join(activityLabel(telling, event.activity), ': rifiutato', ': declined')
        : join(activityLabel(telling, event.activity), ': non riuscito', ': did not succeed');
    case 'timer': {
      const { it, en } = step(event.timer.split('.').at(-1) ?? '');
      return { it: `Scaduto il termine: ${it}`, en: `Time ran out: ${en}` };
    }
    case 'skip': {
      const { it, en } = step(event.to);
      return join(colon(KINDS.skip!, step(event.from)), `, ora ${it}`, `, now ${en}`);
    }
    case 'go-back':
    case 'go-to':
      return colon(KINDS[event.type]!, step(event.to));
    case 'add-task':
    case 'withdraw-task':
      return colon(KINDS[event.type]!, activityLabel(telling, event.activity));
    case 'migrate':
      return join(KINDS.migrate!, `: ora versione ${event.to}`, `: now version ${event.to}`);
    case 'take-back':
      return join(
        KINDS['take-back']!,
        `: di nuovo versione ${event.to}`,
        `: version ${event.to} again`,
      );
  }
  const words = KINDS[kind] ?? { it: kind, en: kind };
  if (undone) return colon(words, undone);
  return other ? join(words, ` ${other}`, ` ${other}`) : words;
}

function activityLabel({ pathway, tasks }: Telling, activity: string): Words {
  if (isAddedTask(activity)) return tasks.get(activity)?.label ?? ADDED_TASK;
  const input = findActivityInput(pathway.document, activity);
  return input?.label ?? { it: activity, en: activity };
}

const ADDED_TASK: Words = { it: 'Compito', en: 'Task' };

/** What an entry is called when its facts are erased, or when it moved nothing. */
const KINDS: Readonly<Record<string, Words>> = {
  start: { it: 'Inizio del percorso', en: 'The pathway begins' },
  action: { it: 'Azione', en: 'Action' },
  done: { it: 'Attività conclusa', en: 'Activity completed' },
  failed: { it: 'Attività non riuscita', en: 'Activity failed' },
  timer: { it: 'Scadenza', en: 'Time limit' },
  correct: { it: 'Correzione dei dati', en: 'Facts corrected' },
  migrate: { it: 'Il percorso è cambiato', en: 'The pathway has changed' },
  'take-back': {
    it: 'Il cambio di percorso è stato annullato',
    en: 'The change of the pathway was taken back',
  },
  skip: { it: 'Passo saltato', en: 'Step skipped' },
  'go-back': { it: 'Tornato a un passo di prima', en: 'Back at an earlier step' },
  'go-to': { it: 'Portato a un altro passo', en: 'Taken to another step' },
  'add-task': { it: 'Compito aggiunto', en: 'Task added' },
  'withdraw-task': { it: 'Compito ritirato', en: 'Task withdrawn' },
  undo: { it: 'Annullato', en: 'Undone' },
  assigned: { it: 'Affidato a', en: 'Given to' },
  shared: { it: 'Condiviso con', en: 'Shared with' },
  unshared: { it: 'Non più condiviso con', en: 'No longer shared with' },
  note: { it: 'Nota aggiunta', en: 'Note added' },
  'participant-changed': { it: 'Dati personali corretti', en: 'Personal data corrected' },
  accepted: { it: 'Compito accettato da', en: 'Task accepted by' },
  'seat-offered': {
    it: 'Posto assegnato dalla lista d’attesa, in ordine di iscrizione',
    en: 'Seat given from the waiting list, first come, first served',
  },
  'link-renewed': { it: 'Nuovo collegamento personale', en: 'New personal link' },
  withdrawn: { it: 'Ritirato dal percorso principale', en: 'Withdrawn by the main pathway' },
  'duplicate-decided': { it: 'Controllo dei doppioni', en: 'Check for duplicates' },
  duplicate: { it: 'Chiuso: stessa persona di un altro caso', en: 'Closed: same person' },
};
