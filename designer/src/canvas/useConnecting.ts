import type { FinalConnectionState } from '@xyflow/react';
import { useEditor } from '../editor/editor-context.ts';
import type { Point } from '../map/box.ts';

interface Options {
  /** An arrow was let go where there is no step. */
  readonly onNowhere: (from: string, at: Point) => void;
}

/** Arrows being drawn: by dragging from a step's border, or by choosing where they lead. */
export function useConnecting({ onNowhere }: Options) {
  const { drawing, mode, send } = useEditor();
  const isChoosing = mode === 'connect' && !drawing.isAsking;
  const end = (event: MouseEvent | TouchEvent, { fromNode }: FinalConnectionState) => {
    const point = 'changedTouches' in event ? event.changedTouches[0] : event;
    if (!fromNode || !point) return;
    const at = { x: point.clientX, y: point.clientY };
    const to = stepAt(at);
    if (to === undefined) return onNowhere(fromNode.id, at);
    if (to !== fromNode.id) send({ type: 'connect', from: fromNode.id, to });
  };
  return { connectingFrom: isChoosing ? drawing.from : undefined, end };
}

/** The step under a point of the window. */
function stepAt({ x, y }: Point): string | undefined {
  const node = document.elementFromPoint(x, y)?.closest<HTMLElement>('.react-flow__node');
  return node?.dataset.id;
}
