import { useMemo, useRef } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { arrowPaths } from '../map/arrow-paths.ts';
import { canvasEdges } from './canvas-edges.ts';
import { canvasNodes } from './canvas-nodes.ts';
import type { Moves } from './drop.ts';
import { sameContent } from './same-content.ts';
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

/** What React Flow draws; an object is a new one only where what it says is new. */
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
  const edges = useMemo(
    () => canvasEdges(arrows, paths, { language, selected, chosen }),
    [arrows, paths, language, selected, chosen],
  );
  return { nodes: useKept(nodes), edges: useKept(edges) };
}

/** The arrows' ways, sought anew only when a step or an arrow is elsewhere: that takes a while. */
function useSettledPaths(steps: Picture['steps'], arrows: Picture['arrows']) {
  const former = useRef<{ where: unknown; paths: ReturnType<typeof arrowPaths> }>(undefined);
  return useMemo(() => {
    const where = [
      steps.map(({ label: _, stage: _stage, ...place }) => place),
      arrows.map(({ id }) => id),
    ];
    if (!former.current || !sameContent(former.current.where, where)) {
      former.current = { where, paths: arrowPaths(steps, arrows) };
    }
    return former.current.paths;
  }, [steps, arrows]);
}
