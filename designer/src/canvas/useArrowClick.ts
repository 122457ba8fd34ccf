import { type RefObject, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import type { AskedArrow } from './ArrowMenu.tsx';
import type { CanvasEdge } from './canvas-edges.ts';
import { transitionsBetween } from './transitions-between.ts';
import type { Picture } from './usePicture.ts';

/** A click on an arrow chooses its transition; where it stands for several, it is asked which. */
export function useArrowClick(picture: Picture, frame: RefObject<HTMLElement | null>) {
  const { document, language, select } = useEditor();
  const [asked, ask] = useState<AskedArrow>();
  const click = (event: { clientX: number; clientY: number }, edge: CanvasEdge) => {
    const stands = picture.arrows.find(({ id }) => id === edge.id)?.stands ?? [];
    const ways = stands.flatMap(({ from, to }) => transitionsBetween(document, from, to, language));
    const [only, ...others] = ways;
    const corner = frame.current?.getBoundingClientRect();
    if (only && others.length === 0) select({ kind: 'transition', place: only.place });
    else if (only && corner) {
      ask({ ways, x: event.clientX - corner.left, y: event.clientY - corner.top });
    }
  };
  return { asked, click, close: () => ask(undefined) };
}
