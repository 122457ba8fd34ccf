import '@xyflow/react/dist/style.css';
import './pathway-map.css';
import type { Language, PathwayDocument } from '@percorso/engine';
import {
  type AriaLabelConfig,
  ReactFlow,
  ReactFlowProvider,
  type ReactFlowState,
  useStore,
} from '@xyflow/react';
import { type CSSProperties, useMemo, useRef, useState } from 'react';
import { arrowPaths } from './arrow-paths.ts';
import { fitOptions } from './fit-options.ts';
import { flowEdges } from './flow-edges.ts';
import { flowNodes } from './flow-nodes.ts';
import { Legend } from './Legend.tsx';
import { MapArrow } from './MapArrow.tsx';
import { MapControls } from './MapControls.tsx';
import { mapEdges } from './map-edges.ts';
import { mapNodes } from './map-nodes.ts';
import { innermost } from './present-steps.ts';
import { SkipButton } from './SkipButton.tsx';
import { StepNode } from './StepNode.tsx';
import type { Tallies } from './tally.ts';
import { WaysOut } from './WaysOut.tsx';
import { WORDS } from './words.ts';

export interface PathwayMapProps {
  readonly document: PathwayDocument;
  readonly language: Language;
  /** Where the case stands now. */
  readonly presentSteps?: readonly string[];
  /** Every step ever entered. */
  readonly walkedSteps?: readonly string[];
  /** How many stand at each step, for whoever looks at the pathway and not at a case. */
  readonly counts?: Readonly<Record<string, number>>;
  /** Instead of one number at a step several, of different kinds; those of 0 are left out. */
  readonly tallies?: Tallies;
  /** How often youths left the pathway at each step, for those who may know. */
  readonly deviationCounts?: Readonly<Record<string, number>> | undefined;
  /** Asked to show who stands at a step, all or those of one tally; offered where somebody is. */
  readonly onStep?: (step: string, tally?: string) => void;
}

const NODE_TYPES = { step: StepNode };
const EDGE_TYPES = { arrow: MapArrow };
const NONE: readonly string[] = [];

/** In tenths, so that zooming doesn't draw everything again at every frame. */
const zoomOf = ({ transform }: ReactFlowState) => Math.max(1, Math.round(transform[2] * 10)) / 10;
/** Below this, a step's name needs the room of what is said besides it. */
const NEAR = 0.7;

/** The drawing of a pathway, to look at: the way walked and the present steps stand out. */
export function PathwayMap(props: PathwayMapProps) {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  );
}

function Drawing(props: PathwayMapProps) {
  const { document, language, counts, tallies, deviationCounts, onStep, ...where } = props;
  const frame = useRef<HTMLElement>(null);
  const end = useRef<HTMLSpanElement>(null);
  const zoom = useStore(zoomOf);
  const presentSteps = where.presentSteps ?? NONE;
  const walkedSteps = where.walkedSteps ?? NONE;
  const [chosen, setChosen] = useState<string>();
  const steps = useMemo(() => mapNodes(document), [document]);
  const arrows = useMemo(() => mapEdges(document), [document]);
  const paths = useMemo(() => arrowPaths(steps, arrows), [steps, arrows]);
  const nodes = useMemo(() => {
    const numbers = { counts, tallies, deviationCounts };
    return flowNodes(steps, { language, presentSteps, walkedSteps, ...numbers, chosen });
  }, [steps, language, presentSteps, walkedSteps, counts, tallies, deviationCounts, chosen]);
  const edges = useMemo(
    () => flowEdges(steps, arrows, paths, { language, presentSteps, walkedSteps, chosen }),
    [steps, arrows, paths, language, presentSteps, walkedSteps, chosen],
  );
  return (
    <section
      ref={frame}
      className="pathway-map"
      aria-label={WORDS.map[language]}
      data-far={zoom < NEAR || undefined}
      style={{ '--zoom': zoom } as CSSProperties}
    >
      <SkipButton label={WORDS.skip[language]} onSkip={() => end.current?.focus()} />
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        elementsSelectable
        deleteKeyCode={null}
        minZoom={0.1}
        maxZoom={1.5}
        fitView
        fitViewOptions={fitOptions(innermost(steps, presentSteps))}
        preventScrolling={false}
        zoomOnScroll={false}
        onNodeClick={(_, node) => setChosen(node.id)}
        onPaneClick={() => setChosen(undefined)}
        // Enter or the space bar on a step selects it.
        onNodesChange={(changes) => {
          const selected = changes.find((change) => change.type === 'select' && change.selected);
          if (selected && 'id' in selected) setChosen(selected.id);
        }}
        ariaLabelConfig={ariaLabels(language)}
      >
        <MapControls
          language={language}
          presentSteps={innermost(steps, presentSteps)}
          frame={frame}
        />
        <WaysOut
          language={language}
          steps={steps}
          arrows={arrows}
          chosen={chosen}
          count={chosen === undefined ? undefined : counts?.[chosen]}
          tallies={chosen === undefined ? undefined : tallies?.[chosen]}
          deviationCount={chosen === undefined ? undefined : deviationCounts?.[chosen]}
          onStep={onStep}
        />
      </ReactFlow>
      {tallies === undefined && (
        <Legend
          language={language}
          isOfCase={counts === undefined}
          isLeft={Object.keys(deviationCounts ?? {}).length > 0}
        />
      )}
      <span ref={end} tabIndex={-1} />
    </section>
  );
}

function ariaLabels(language: Language): Partial<AriaLabelConfig> {
  return {
    'node.a11yDescription.default': WORDS.nodeHelp[language],
    'node.a11yDescription.keyboardDisabled': WORDS.nodeHelp[language],
    'controls.ariaLabel': WORDS.controls[language],
    'controls.zoomIn.ariaLabel': WORDS.zoomIn[language],
    'controls.zoomOut.ariaLabel': WORDS.zoomOut[language],
    'controls.fitView.ariaLabel': WORDS.showAll[language],
  };
}
