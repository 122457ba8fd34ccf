import type { PathwayDocument } from '@percorso/engine';
import { runSteps, type Step } from '../editor/edit-history.ts';
import { roomMade } from '../layout/make-room.ts';

/** The commands, and places for what they add: nothing lies on anything else afterwards. */
export function withRoom(document: PathwayDocument, steps: readonly Step[]): readonly Step[] {
  const result = runSteps(document, steps);
  if (!result.ok) return steps;
  const places = Object.entries(roomMade(result.document)).filter(([key, { x, y }]) => {
    const at = result.document.steps[key]?.at;
    return at?.x !== x || at.y !== y;
  });
  if (places.length === 0) return steps;
  const parameters = { positions: Object.fromEntries(places) };
  return [...steps, { name: 'set-positions', parameters }];
}
