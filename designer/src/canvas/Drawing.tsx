import { type ReactFlowState, useStore } from '@xyflow/react';
import { type CSSProperties, useCallback, useId, useMemo, useRef, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { ArrowMenu } from './ArrowMenu.tsx';
import { ConnectBanner } from './ConnectBanner.tsx';
import { type CanvasActions, CanvasActionsContext } from './canvas-actions.ts';
import { Guides } from './Guides.tsx';
import { Notice } from './Notice.tsx';
import { Surface } from './Surface.tsx';
import { useArrowClick } from './useArrowClick.ts';
import { useCanvasKeys } from './useCanvasKeys.ts';
import { useConnecting } from './useConnecting.ts';
import { useFlowElements } from './useFlowElements.ts';
import { useFolding } from './useFolding.ts';
import { useMoving } from './useMoving.ts';
import { usePicture } from './usePicture.ts';
import { useRemoving } from './useRemoving.ts';
import { useRenaming } from './useRenaming.ts';
import { useSelecting } from './useSelecting.ts';
import { WORDS } from './words.ts';

/** In tenths, so that zooming doesn't draw everything again at every frame. */
const zoomOf = ({ transform }: ReactFlowState) => Math.max(1, Math.round(transform[2] * 10)) / 10;
/** Below this, a step's name needs the room of what is said besides it. */
const NEAR = 0.7;

export function Drawing() {
  const editor = useEditor();
  const { send, words } = editor;
  const frame = useRef<HTMLElement>(null);
  const keysId = useId();
  const zoom = useStore(zoomOf);
  const [notice, notify] = useState<string>();
  const closeNotice = useCallback(() => notify(undefined), []);
  const folding = useFolding();
  const picture = usePicture(editor, folding.groups);
  const selecting = useSelecting();
  const { selected, chosen } = selecting;
  const moving = useMoving(picture.steps, selected);
  const { renaming, startRenaming, rename } = useRenaming();
  const connecting = useConnecting({ onNowhere: () => {} });
  const arrows = useArrowClick(picture, frame);
  const remove = useRemoving(picture.all, selected, (text) => {
    notify(text);
    // What had the focus is gone; the keys go on working on the drawing.
    frame.current?.focus({ preventScroll: true });
  });
  const { connectingFrom } = connecting;
  const { moves, dropTarget } = moving;
  const elements = useFlowElements(picture, {
    selected,
    chosen,
    moves,
    dropTarget,
    renaming,
    connectingFrom,
    keysId,
  });
  const keys = useCanvasKeys({
    steps: picture.steps,
    selected,
    push: moving.push,
    remove,
    startRenaming,
    duplicate: () => {},
    search: () => {},
    openTools: () => {},
  });
  const connectFrom = (from: string) => send({ type: 'connect', from });
  const actions = useSteady({ rename, startRenaming, toggleFold: folding.toggle, connectFrom });
  return (
    <CanvasActionsContext value={actions}>
      <section
        ref={frame}
        className="canvas"
        aria-label={words(WORDS.canvas)}
        tabIndex={-1}
        data-far={zoom < NEAR || undefined}
        data-connecting={connectingFrom !== undefined || undefined}
        style={{ '--zoom': zoom } as CSSProperties}
        onKeyDown={keys}
      >
        <p id={keysId} hidden>
          {words(WORDS.keys)}
        </p>
        <Surface
          {...elements}
          selecting={selecting}
          moving={moving}
          connecting={connecting}
          onArrow={arrows.click}
        >
          <Guides guides={moving.guides} />
          {connectingFrom !== undefined && <ConnectBanner />}
        </Surface>
        <ArrowMenu asked={arrows.asked} onClose={arrows.close} />
        <Notice text={notice} onClose={closeNotice} />
      </section>
    </CanvasActionsContext>
  );
}

/** The newest functions behind ones that stay the same. */
function useSteady(actions: CanvasActions): CanvasActions {
  const latest = useRef(actions);
  latest.current = actions;
  return useMemo(
    () => ({
      rename: (...given) => latest.current.rename(...given),
      startRenaming: (...given) => latest.current.startRenaming(...given),
      toggleFold: (...given) => latest.current.toggleFold(...given),
      connectFrom: (...given) => latest.current.connectFrom(...given),
    }),
    [],
  );
}
