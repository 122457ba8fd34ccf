import { type ReactFlowState, useStore } from '@xyflow/react';
import { type CSSProperties, useRef } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { SkipButton } from '../map/SkipButton.tsx';
import { ArrowMenu } from './ArrowMenu.tsx';
import { CanvasActionsContext } from './canvas-actions.ts';
import { Notice } from './Notice.tsx';
import { Overlays } from './Overlays.tsx';
import { StepDialog } from './StepDialog.tsx';
import { Surface } from './Surface.tsx';
import { useCanvas } from './useCanvas.ts';
import { WORDS } from './words.ts';

/** In tenths, so that zooming doesn't draw everything again at every frame. */
const zoomOf = ({ transform }: ReactFlowState) => Math.max(1, Math.round(transform[2] * 10)) / 10;
/** Below this, a step's name needs the room of what is said besides it. */
const NEAR = 0.7;

export function Drawing() {
  const { words, isReadOnly } = useEditor();
  const zoom = useStore(zoomOf);
  const canvas = useCanvas();
  const end = useRef<HTMLSpanElement>(null);
  const { tools, connecting, arrows, clipboard } = canvas;
  return (
    <CanvasActionsContext value={canvas.actions}>
      <section
        ref={canvas.frame}
        className="canvas"
        aria-label={words(WORDS.canvas)}
        tabIndex={-1}
        data-far={zoom < NEAR || undefined}
        data-several={canvas.selecting.selected.size > 1 || undefined}
        data-connecting={connecting.connectingFrom !== undefined || undefined}
        style={{ '--zoom': zoom } as CSSProperties}
        onKeyDown={canvas.keys}
        {...clipboard.events}
      >
        <SkipButton label={words(WORDS.skip)} onSkip={() => end.current?.focus()} />
        <p id={canvas.keysId} hidden>
          {words(WORDS.keys)}
        </p>
        <Surface
          {...canvas.elements}
          selecting={canvas.selecting}
          moving={canvas.moving}
          connecting={connecting}
          onArrow={arrows.click}
          onStart={canvas.view.start}
          onAdd={isReadOnly ? undefined : canvas.adding.add}
          onMenu={() => tools.setMenuOpen(true)}
        >
          <Overlays canvas={canvas} />
        </Surface>
        <ArrowMenu asked={arrows.asked} onClose={arrows.close} />
        <Notice text={canvas.notice} onClose={canvas.closeNotice} />
        <StepDialog tools={tools} />
        <span ref={end} tabIndex={-1} />
      </section>
    </CanvasActionsContext>
  );
}
