import type { CaseState, Entry, Pathway } from '../case.ts';
import { compiled } from '../pathway.ts';
import { ADDED_TASK, addedTask } from './ad-hoc.ts';
import type { DeviationRefusal } from './deviation.ts';
import { undoElsewhere, undoMigration, undoPartner, undoTimer } from './refusals.ts';

/** What a partner, another pathway or a service brought about is theirs: it is not undone here. */
export function whyNotUndone(
  pathway: Pathway,
  before: CaseState,
  event: Entry['event'],
): DeviationRefusal | undefined {
  const { document, tree } = compiled(pathway);
  switch (event.type) {
    case 'migrate':
      return undoMigration();
    case 'timer':
      return undoTimer(document, tree.timers.get(event.timer)!.step);
    case 'done':
    case 'failed':
      return ofActivity(pathway, before, event.activity);
    default:
      return undefined;
  }
}

function ofActivity(
  pathway: Pathway,
  before: CaseState,
  activity: string,
): DeviationRefusal | undefined {
  const added = addedTask(before, activity);
  if (added) return 'organisation' in added.assignee ? undoPartner(ADDED_TASK) : undefined;
  const { kind, input } = compiled(pathway).tree.activities.get(activity)!;
  if (kind === 'pathway' || kind === 'service') return undoElsewhere(input.label);
  const isPartners = kind === 'enrolment' || 'organisation' in (input.assignee ?? {});
  return isPartners ? undoPartner(input.label) : undefined;
}
