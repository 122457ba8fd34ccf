import {
  Background,
  BackgroundVariant,
  type NodeChange,
  ReactFlow,
  SelectionMode,
  useStore,
} from '@xyflow/react';
import { type DragEvent, type MouseEvent, type ReactNode, useMemo } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { NOTHING, stepsSelected } from '../editor/selection.ts';
import type { Point } from '../map/box.ts';
import { Arrows } from './Arrows.tsx';
import { ariaLabels } from './aria-labels.ts';
import type { CanvasArrow } from './canvas-arrows.ts';
import type { CanvasNode } from './canvas-nodes.ts';
import { StepNode } from './StepNode.tsx';
import { isPart, PART_TYPE, type Part } from './useAdding.ts';
import type { useConnecting } from './useConnecting.ts';
import type { useMoving } from './useMoving.ts';
import type { useSelecting } from './useSelecting.ts';
import { useSteady } from './useSteady.ts';

const NODE_TYPES = { step: StepNode };
const SEVERAL_KEYS = ['Control', 'Meta', 'Shift'];

interface Handled {
  readonly selecting: ReturnType<typeof useSelecting>;
  readonly moving: ReturnType<typeof useMoving>;
  readonly connecting: ReturnType<typeof useConnecting>;
  readonly onArrow: (event: Point, arrow: string) => void;
  /** The surface is there, and knows its size. */
  readonly onStart: () => void;
  /** Draws a new part at a point of the window; undefined where nothing may be changed. */
  readonly onAdd: ((part: Part, point: Point) => void) | undefined;
  readonly onMenu: () => void;
}

interface Props extends Handled {
  readonly nodes: CanvasNode[];
  readonly arrows: readonly CanvasArrow[];
  readonly children: ReactNode;
}

/** React Flow, which only shows: what it reports goes to the editor, and comes back as nodes. */
export function Surface({ nodes, arrows, connecting, children, ...on }: Props) {
  const { language, isReadOnly } = useEditor();
  const isChoosing = connecting.connectingFrom !== undefined;
  const { onArrow, ...handlers } = useSteady(useHandlers({ connecting, ...on }));
  const labels = useMemo(() => ariaLabels(language), [language]);
  return (
    <ReactFlow
      nodes={nodes}
      nodeTypes={NODE_TYPES}
      zIndexMode="manual"
      nodesDraggable={!isReadOnly && !isChoosing}
      nodesConnectable={!isReadOnly}
      elementsSelectable
      // Its keys move steps outside of the document; ours are in `useCanvasKeys`.
      disableKeyboardA11y
      deleteKeyCode={null}
      multiSelectionKeyCode={SEVERAL_KEYS}
      selectionMode={SelectionMode.Partial}
      connectOnClick={false}
      connectionRadius={1}
      zoomOnDoubleClick={false}
      minZoom={0.1}
      maxZoom={2}
      ariaLabelConfig={labels}
      {...handlers}
    >
      <Dots />
      <Arrows arrows={arrows} onArrow={onArrow} />
      {children}
    </ReactFlow>
  );
}

/** As far away as this they are no more than a grey, which the browser makes anew at every move. */
const DOTS_ZOOM_MIN = 0.4;

function Dots() {
  const isNear = useStore(({ transform: [, , zoom] }) => zoom >= DOTS_ZOOM_MIN);
  if (!isNear) return null;
  return <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color="#cfd6de" />;
}

function useHandlers({ selecting, moving, connecting, ...on }: Handled) {
  const { isReadOnly, select, send } = useEditor();
  const isChoosing = connecting.connectingFrom !== undefined;
  const letGo = () => moving.letGo(true);
  return {
    onInit: () => on.onStart(),
    onNodesChange: (changes: NodeChange<CanvasNode>[]) => {
      moving.drag(changes);
      // While a target is chosen, a click means that and nothing else.
      if (!isChoosing) selecting.onSelectChanges(changes);
    },
    onNodeClick: (_: MouseEvent, node: CanvasNode) => {
      if (isChoosing) send({ type: 'target', to: node.id });
    },
    onNodeContextMenu: (event: MouseEvent, node: CanvasNode) => {
      if (isReadOnly) return;
      event.preventDefault();
      if (!node.selected) select(stepsSelected(node.id));
      on.onMenu();
    },
    onPaneClick: (event: MouseEvent) => {
      if (event.detail === 2) on.onAdd?.('step', { x: event.clientX, y: event.clientY });
      else select(NOTHING);
    },
    onArrow: (event: MouseEvent, arrow: string) =>
      on.onArrow({ x: event.clientX, y: event.clientY }, arrow),
    onDragOver: (event: DragEvent) => {
      if (on.onAdd && event.dataTransfer.types.includes(PART_TYPE)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      const part = event.dataTransfer.getData(PART_TYPE);
      if (!isPart(part)) return;
      event.preventDefault();
      on.onAdd?.(part, { x: event.clientX, y: event.clientY });
    },
    onNodeDrag: (event: { altKey: boolean }) => moving.onDrag(event),
    onNodeDragStop: letGo,
    onSelectionDrag: (event: { altKey: boolean }) => moving.onDrag(event),
    onSelectionDragStop: letGo,
    onConnectEnd: (...given: Parameters<typeof connecting.end>) => connecting.end(...given),
  };
}
