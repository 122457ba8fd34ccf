import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import type { AddingAfter } from './AddAfter.tsx';
import type { CanvasActions } from './canvas-actions.ts';
import { useAdding } from './useAdding.ts';
import { useArrowClick } from './useArrowClick.ts';
import { useCanvasKeys } from './useCanvasKeys.ts';
import { useClipboard } from './useClipboard.ts';
import { useConnecting } from './useConnecting.ts';
import { useFlowElements } from './useFlowElements.ts';
import { useFolding } from './useFolding.ts';
import { useLayOut } from './useLayOut.ts';
import { useMoving } from './useMoving.ts';
import { usePicture } from './usePicture.ts';
import { useRemoving } from './useRemoving.ts';
import { useRenaming } from './useRenaming.ts';
import { useSelecting } from './useSelecting.ts';
import { useSteady } from './useSteady.ts';
import { useStepTools } from './useStepTools.ts';
import { focusSoon, useView } from './useView.ts';

/** The drawing's own state, which is only about looking and about what is in hand. */
export function useCanvas() {
  const editor = useEditor();
  const frame = useRef<HTMLElement>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const keysId = useId();
  const [notice, notify] = useState<string>();
  const [isSearching, setSearching] = useState(false);
  const [addingAfter, addAfter] = useState<AddingAfter>();
  const folding = useFolding();
  const picture = usePicture(editor, folding.groups);
  const selecting = useSelecting();
  const { selected, chosen } = selecting;
  const moving = useMoving(picture.steps, selected);
  const renaming = useRenaming();
  const { startRenaming } = renaming;
  const connecting = useConnecting({ onNowhere: (after, point) => addAfter({ after, point }) });
  const focusFrame = () => frame.current?.focus({ preventScroll: true });
  const remove = useRemoving(picture.all, selected, (text) => {
    notify(text);
    // What had the focus is gone; the keys go on working on the drawing.
    focusFrame();
  });
  const clipboard = useClipboard({ steps: picture.all, selected, remove, notify });
  const tools = useStepTools(picture.all, selected, focusFrame);
  const { connectingFrom } = connecting;
  const { moves, dropTarget } = moving;
  // The toolbar from which it began is gone: the keys begin at the arrow's own step.
  useEffect(() => {
    if (connectingFrom !== undefined) focusSoon(frame, connectingFrom);
  }, [connectingFrom]);
  const shown = { selected, chosen, moves, dropTarget, connectingFrom, keysId };
  const elements = useFlowElements(picture, { ...shown, renaming: renaming.renaming });
  const keys = useCanvasKeys({
    steps: picture.steps,
    selected,
    push: moving.push,
    remove,
    startRenaming,
    duplicate: clipboard.duplicate,
    search: () => setSearching(true),
    openTools: () => toolbar.current?.querySelector('button')?.focus(),
  });
  return {
    frame,
    toolbar,
    keysId,
    notice,
    notify,
    closeNotice: useCallback(() => notify(undefined), []),
    isSearching,
    setSearching,
    addingAfter,
    addAfter,
    folding,
    picture,
    selecting,
    moving,
    connecting,
    focusFrame,
    remove,
    clipboard,
    tools,
    elements,
    keys,
    view: useView(picture, frame, folding),
    adding: useAdding({ picture, frame, selected, startRenaming }),
    arrows: useArrowClick(picture, frame),
    layOut: useLayOut(frame, notify),
    startRenaming,
    actions: useSteady<CanvasActions>({
      rename: renaming.rename,
      startRenaming,
      toggleFold: folding.toggle,
      connectFrom: (from) => editor.send({ type: 'connect', from }),
    }),
  };
}

export type CanvasState = ReturnType<typeof useCanvas>;
