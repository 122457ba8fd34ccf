import { useMemo, useRef } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { type DrawnArrows, drawArrows } from '../map/arrow-paths.ts';
import { canvasArrows } from './canvas-arrows.ts';
import { canvasNodes } from './canvas-nodes.ts';
import type { Moves } from './drop.ts';
import { movedPaths, type Picture, useKept, useMarks } from './usePicture.ts';

interface Shown {
  readonly selected: ReadonlySet<string>;
  readonly chosen: string | undefined;
  readonly moves: Moves;
  readonly dropTarget: string | undefined;
  readonly renaming: string | undefined;
  readonly connectingFrom: string | undefined;
  readonly keysId: string;
}

/** What is drawn; an object is a new one only where what it says is new. */
export function useFlowElements(picture: Picture, shown: Shown) {
  const editor = useEditor();
  const marks = useMarks(editor);
  const { language, isReadOnly } = editor;
  const { steps, drawn, arrows, hiddenCounts } = picture;
  const { selected, chosen, moves, dropTarget, renaming, connectingFrom, keysId } = shown;
  const nodes = useMemo(
    () =>
      canvasNodes(steps, drawn, marks, {
        language,
        isReadOnly,
        selected,
        moves,
        dropTarget,
        renaming,
        connectingFrom,
        hiddenCounts,
        keysId,
      }),
    [
      steps,
      drawn,
      marks,
      language,
      isReadOnly,
      selected,
      moves,
      dropTarget,
      renaming,
      connectingFrom,
      hiddenCounts,
      keysId,
    ],
  );
  const settled = useSettledPaths(steps, arrows);
  const paths = useMemo(
    () => movedPaths(settled, steps, arrows, moves),
    [settled, steps, arrows, moves],
  );
  const drawnArrows = useMemo(
    () => canvasArrows(arrows, paths, { language, selected, chosen }),
    [arrows, paths, language, selected, chosen],
  );
  return { nodes: useKept(nodes), arrows: useKept(drawnArrows) };
}

/** The arrows' ways; after an edit only those are sought again that it concerns. */
function useSettledPaths(steps: Picture['steps'], arrows: Picture['arrows']) {
  const former = useRef<DrawnArrows>(undefined);
  return useMemo(() => {
    former.current = drawArrows(steps, arrows, former.current);
    return former.current.paths;
  }, [steps, arrows]);
}
