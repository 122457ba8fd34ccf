import { type ReactFlowState, useStore } from '@xyflow/react';
import { useMemo } from 'react';
import { type Box, boxAroundAll } from '../map/box.ts';
import { absoluteBoxes } from './boxes.ts';
import type { Chosen } from './step-command.ts';

export type ToolbarPlace = 'above' | 'below' | 'border';

/** What the tools take, with the gap to the step; half of their width at both sides. */
const HEIGHT_PX = 70;
const HALF_WIDTH_PX = 210;

/** Where the tools of the chosen steps are seen whole. */
export function useToolbarPlace({ steps, chosen }: Chosen): ToolbarPlace {
  const box = useMemo(() => {
    const boxes = absoluteBoxes(steps);
    return boxAroundAll(chosen.map(({ key }) => boxes.get(key) as Box));
  }, [steps, chosen]);
  const placeOf = useMemo(
    () =>
      ({ transform: [left, top, zoom], width, height }: ReactFlowState): ToolbarPlace => {
        if (!box) return 'border';
        const middle = (box.x + box.width / 2) * zoom + left;
        if (middle < HALF_WIDTH_PX || middle > width - HALF_WIDTH_PX) return 'border';
        const begin = box.y * zoom + top;
        const end = begin + box.height * zoom;
        if (begin > HEIGHT_PX && begin < height) return 'above';
        return end > 0 && end < height - HEIGHT_PX ? 'below' : 'border';
      },
    [box],
  );
  return useStore(placeOf);
}
