import { defineCommand } from '../command.ts';
import { mapValues, own, withKey } from '../edit/records.ts';
import { point, recordOf } from '../readers.ts';
import { refuse } from '../refusals.ts';

const places = recordOf(point);

/** The places of many steps at once: a drag of several, or an automatic layout. */
export const setPositions = defineCommand({
  name: 'set-positions',
  label: { it: 'Sposta sul disegno', en: 'Move on the drawing' },
  parameters: { positions: places },
  isAlwaysFit: true,
  edit: (document, { positions }) => {
    const unknown = Object.keys(positions).find((key) => !own(document.steps, key));
    if (unknown !== undefined) return refuse('step-unknown', unknown);
    const steps = mapValues(document.steps, (step, key) => {
      const at = own(positions, key);
      const isSame = !at || (step.at?.x === at.x && step.at.y === at.y);
      return isSame ? step : { ...step, at };
    });
    return withKey(document, 'steps', steps);
  },
});
