import { type RefObject, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import type { Point } from '../map/box.ts';
import type { AskedArrow } from './ArrowMenu.tsx';
import { transitionsBetween } from './transitions-between.ts';
import type { Picture } from './usePicture.ts';

/** A click on an arrow chooses its transition; where it stands for several, it is asked which. */
export function useArrowClick(picture: Picture, frame: RefObject<HTMLElement | null>) {
  const { document, language, select } = useEditor();
  const [asked, ask] = useState<AskedArrow>();
  const click = (at: Point, arrow: string) => {
    const stands = picture.arrows.find(({ id }) => id === arrow)?.stands ?? [];
    const ways = stands.flatMap(({ from, to }) => transitionsBetween(document, from, to, language));
    const [only, ...others] = ways;
    const corner = frame.current?.getBoundingClientRect();
    if (only && others.length === 0) select({ kind: 'transition', place: only.place });
    else if (only && corner) {
      ask({ ways, x: at.x - corner.left, y: at.y - corner.top });
    }
  };
  return { asked, click, close: () => ask(undefined) };
}
