import type { Language } from '@percorso/engine';
import { Panel, useReactFlow } from '@xyflow/react';
import { fitOptions, WHOLE } from './fit-options.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly language: Language;
  readonly presentSteps: readonly string[];
}

export function MapControls({ language, presentSteps }: Props) {
  const flow = useReactFlow();
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
    </Panel>
  );
}
