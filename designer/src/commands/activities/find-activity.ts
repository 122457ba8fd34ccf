import type { MachineInvoke, PathwayDocument } from '@percorso/engine';
import type { CommandRefusal } from '../command.ts';
import { withNode } from '../edit/nodes.ts';
import { mapActivities } from '../edit/transitions.ts';
import { refuse } from '../refusals.ts';
import { type PlacedActivity, placedActivities } from '../uses/use.ts';

/** An activity, by its id, and the step that waits for it. */
function findActivity(
  document: PathwayDocument,
  activity: string,
): PlacedActivity | CommandRefusal {
  const found = placedActivities(document).find((one) => one.activity.id === activity);
  if (found) return found;
  return refuse('name-unknown', { it: `l’attività «${activity}»`, en: `activity “${activity}”` });
}

/** The document with one activity changed; undefined takes it away. */
export function withActivity(
  document: PathwayDocument,
  activity: string,
  change: (activity: MachineInvoke) => MachineInvoke | undefined,
): PathwayDocument | CommandRefusal {
  const found = findActivity(document, activity);
  if ('code' in found) return found;
  return withNode(document, found.step, (node) =>
    mapActivities(node, (one) => (one.id === activity ? change(one) : one)),
  );
}
