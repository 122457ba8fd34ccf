import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { stepOf, stepsSelected } from '../editor/selection.ts';
import { type Box, middleOf } from '../map/box.ts';
import { absoluteBoxes, ancestorsOf } from './boxes.ts';
import { startView } from './start-view.ts';
import type { useFolding } from './useFolding.ts';
import type { Picture } from './usePicture.ts';

const MOVE_MS = 300;

/** No movement for those who have asked for none. */
export function moveMs(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MOVE_MS;
}

/** Which part of the drawing is in view. */
export function useView(
  picture: Picture,
  frame: RefObject<HTMLElement | null>,
  folding: ReturnType<typeof useFolding>,
) {
  const flow = useReactFlow();
  const { document, selection, select, overlay } = useEditor();
  const size = () => {
    const { width = 0, height = 0 } = frame.current?.getBoundingClientRect() ?? {};
    return { width, height };
  };
  const start = () => {
    const boxes = absoluteBoxes(picture.steps);
    const first = boxes.get(document.machine.initial ?? '');
    void flow.setViewport(startView(size(), [...boxes.values()], first));
  };
  const centre = (box: Box) => {
    const { x, y } = middleOf(box);
    void flow.setCenter(x, y, { zoom: Math.max(0.75, flow.getZoom()), duration: moveMs() });
  };
  const goTo = (step: string) => {
    folding.unfold(ancestorsOf(picture.all, step));
    const box = absoluteBoxes(picture.all).get(step);
    select(stepsSelected(step));
    if (box) centre(box);
    focusSoon(frame, step);
  };
  const bringIntoView = (step: string) => {
    folding.unfold(ancestorsOf(picture.all, step));
    const box = absoluteBoxes(picture.all).get(step);
    if (box && !isInView(box, flow.getViewport(), size())) centre(box);
  };
  useFollowing(stepOf(selection), bringIntoView);
  useFollowing(overlay.follow, bringIntoView);
  return { start, goTo };
}

/** What is chosen elsewhere, in a list of problems for instance, comes into view. */
function useFollowing(step: string | undefined, show: (step: string) => void): void {
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    if (step !== undefined) latest.current(step);
  }, [step]);
}

function isInView(
  box: Box,
  view: { readonly x: number; readonly y: number; readonly zoom: number },
  size: { readonly width: number; readonly height: number },
): boolean {
  const [left, top] = [box.x * view.zoom + view.x, box.y * view.zoom + view.y];
  const [right, bottom] = [left + box.width * view.zoom, top + box.height * view.zoom];
  return right > 0 && bottom > 0 && left < size.width && top < size.height;
}

/** When the step is drawn, it has the focus. */
export function focusSoon(frame: RefObject<HTMLElement | null>, step: string): void {
  requestAnimationFrame(() => {
    const node = frame.current?.querySelector<HTMLElement>(
      `.react-flow__node[data-id="${CSS.escape(step)}"]`,
    );
    node?.focus({ preventScroll: true });
  });
}
