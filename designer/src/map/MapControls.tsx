import type { Language } from '@percorso/engine';
import { Panel, useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useState } from 'react';
import { fitOptions, WHOLE } from './fit-options.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly language: Language;
  readonly presentSteps: readonly string[];
  /** What fills the screen. */
  readonly frame: RefObject<HTMLElement | null>;
}

export function MapControls({ language, presentSteps, frame }: Props) {
  const flow = useReactFlow();
  const isFull = useFullScreen(frame);
  return (
    <Panel position="top-right" className="pathway-map-controls">
      <button type="button" onClick={() => void flow.zoomIn()}>
        <span aria-hidden="true">+</span>
        <span className="pathway-map-hidden">{WORDS.zoomIn[language]}</span>
      </button>
      <button type="button" onClick={() => void flow.zoomOut()}>
        <span aria-hidden="true">−</span>
        <span className="pathway-map-hidden">{WORDS.zoomOut[language]}</span>
      </button>
      <button type="button" onClick={() => void flow.fitView(WHOLE)}>
        {WORDS.showAll[language]}
      </button>
      {presentSteps.length > 0 && (
        <button type="button" onClick={() => void flow.fitView(fitOptions(presentSteps))}>
          {WORDS.showPresent[language]}
        </button>
      )}
      {globalThis.document.fullscreenEnabled && (
        <button
          type="button"
          onClick={() =>
            void (isFull
              ? globalThis.document.exitFullscreen()
              : frame.current?.requestFullscreen())
          }
        >
          {WORDS[isFull ? 'endFullScreen' : 'fullScreen'][language]}
        </button>
      )}
    </Panel>
  );
}

/** Whether the drawing fills the screen; drawn anew to the new size when that changes. */
function useFullScreen(frame: RefObject<HTMLElement | null>): boolean {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const follow = () =>
      setFull(frame.current !== null && globalThis.document.fullscreenElement === frame.current);
    globalThis.document.addEventListener('fullscreenchange', follow);
    return () => globalThis.document.removeEventListener('fullscreenchange', follow);
  }, [frame]);
  return isFull;
}
