/** What taking a migration back cannot undo, in both languages. */
import type { CaseState, Pathway } from '../case.ts';
import { about } from '../check/words.ts';
import type { PathwayDocument, Words } from '../document.ts';
import { compiled, presentSteps } from '../pathway.ts';
import { sortedJson } from '../sorted-json.ts';
import type { Changes, Obligation } from './migration.ts';
import { namesOf } from './words.ts';

/** What the migration did to the world outside. */
export function whatLasts(
  document: PathwayDocument,
  changes: Pick<Changes, 'messages' | 'activitiesWithdrawn'>,
): Words[] {
  const messages = changes.messages.map((name) =>
    about(
      document.messages[name]!.subject,
      'Il messaggio # è già partito.',
      'The message # has been sent.',
    ),
  );
  return [...messages, ...changes.activitiesWithdrawn.flatMap(ofWithdrawn)];
}

function ofWithdrawn({ kind, label }: Obligation): Words[] {
  switch (kind) {
    case 'enrolment':
      return [
        about(
          label,
          'Il posto in # è stato lasciato: torna solo se è ancora libero.',
          'The seat in # was given up: it comes back only if it is still free.',
        ),
      ];
    case 'appointment':
      return [
        about(
          label,
          'L’appuntamento # è stato annullato: va confermato di nuovo.',
          'The appointment # was cancelled: it needs to be confirmed again.',
        ),
      ];
    case 'pathway':
      return [
        about(
          label,
          'Il percorso # è stato chiuso: ricomincia da capo.',
          'The pathway # was closed: it begins anew.',
        ),
      ];
    case 'service':
      return [
        about(
          label,
          'La richiesta # è stata fermata: viene inviata di nuovo.',
          'The request # was stopped: it is sent again.',
        ),
      ];
    case 'task':
      return [];
  }
}

/** What happened between the migration and now. */
export function sinceThen(after: Pathway, arrived: CaseState, now: CaseState): Words[] {
  const { activities } = compiled(after).tree;
  const had = presentSteps(after, arrived);
  const entered = presentSteps(after, now).filter((key) => !had.includes(key));
  const ended = Object.keys(arrived.activities).filter((id) => !(id in now.activities));
  const facts = Object.keys({ ...arrived.data, ...now.data }).filter(
    (name) => sortedJson(arrived.data[name]) !== sortedJson(now.data[name]),
  );
  const steps = namesOf(after.document, entered);
  return [
    ...(entered.length > 0
      ? [{ it: `È entrato in ${steps.it}.`, en: `It has entered ${steps.en}.` }]
      : []),
    ...ended.map((id) =>
      about(
        activities.get(id)!.input.label,
        'L’attività # non è più aperta.',
        'The activity # is no longer open.',
      ),
    ),
    ...facts.map((name) =>
      about(
        after.document.data.properties[name]!.label,
        'Il dato # è cambiato.',
        'The fact # has changed.',
      ),
    ),
    ...(sortedJson(arrived.adHoc) === sortedJson(now.adHoc) ? [] : [TASKS_CHANGED]),
  ];
}

const TASKS_CHANGED: Words = {
  it: 'I compiti aggiunti sono cambiati.',
  en: 'The added tasks have changed.',
};
