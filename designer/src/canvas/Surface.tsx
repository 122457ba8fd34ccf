import {
  Background,
  BackgroundVariant,
  type NodeChange,
  ReactFlow,
  SelectionMode,
} from '@xyflow/react';
import type { ReactNode } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { NOTHING, stepsSelected } from '../editor/selection.ts';
import { ArrowEdge } from './ArrowEdge.tsx';
import { ariaLabels } from './aria-labels.ts';
import type { Point } from './boxes.ts';
import type { CanvasEdge } from './canvas-edges.ts';
import type { CanvasNode } from './canvas-nodes.ts';
import { StepNode } from './StepNode.tsx';
import { isPart, PART_TYPE, type Part } from './useAdding.ts';
import type { useConnecting } from './useConnecting.ts';
import type { useMoving } from './useMoving.ts';
import type { useSelecting } from './useSelecting.ts';

const NODE_TYPES = { step: StepNode };
const EDGE_TYPES = { arrow: ArrowEdge };
const SEVERAL_KEYS = ['Control', 'Meta', 'Shift'];

interface Props {
  readonly nodes: CanvasNode[];
  readonly edges: CanvasEdge[];
  readonly selecting: ReturnType<typeof useSelecting>;
  readonly moving: ReturnType<typeof useMoving>;
  readonly connecting: ReturnType<typeof useConnecting>;
  readonly onArrow: (event: { clientX: number; clientY: number }, edge: CanvasEdge) => void;
  /** The surface is there, and knows its size. */
  readonly onStart: () => void;
  /** Draws a new part at a point of the window; undefined where nothing may be changed. */
  readonly onAdd: ((part: Part, point: Point) => void) | undefined;
  readonly onMenu: () => void;
  readonly children: ReactNode;
}

/** React Flow, which only shows: what it reports goes to the editor, and comes back as nodes. */
export function Surface({ nodes, edges, selecting, moving, connecting, children, ...on }: Props) {
  const { language, isReadOnly, select, send } = useEditor();
  const { connectingFrom } = connecting;
  const isChoosing = connectingFrom !== undefined;
  const change = (changes: NodeChange<CanvasNode>[]) => {
    moving.drag(changes);
    // While a target is chosen, a click means that and nothing else.
    if (!isChoosing) selecting.onSelectChanges(changes);
  };
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      zIndexMode="manual"
      nodesDraggable={!isReadOnly && !isChoosing}
      nodesConnectable={!isReadOnly}
      elementsSelectable
      edgesFocusable={false}
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
      onInit={on.onStart}
      onNodesChange={change}
      onNodeClick={(_, node) => {
        if (isChoosing) send({ type: 'target', to: node.id });
      }}
      onNodeContextMenu={(event, node) => {
        if (isReadOnly) return;
        event.preventDefault();
        if (!node.selected) select(stepsSelected(node.id));
        on.onMenu();
      }}
      onPaneClick={(event) => {
        if (event.detail === 2) on.onAdd?.('step', { x: event.clientX, y: event.clientY });
        else select(NOTHING);
      }}
      onDragOver={(event) => {
        if (on.onAdd && event.dataTransfer.types.includes(PART_TYPE)) event.preventDefault();
      }}
      onDrop={(event) => {
        const part = event.dataTransfer.getData(PART_TYPE);
        if (!isPart(part)) return;
        event.preventDefault();
        on.onAdd?.(part, { x: event.clientX, y: event.clientY });
      }}
      onEdgeClick={on.onArrow}
      onNodeDrag={moving.onDrag}
      onNodeDragStop={() => moving.letGo(true)}
      onSelectionDrag={moving.onDrag}
      onSelectionDragStop={() => moving.letGo(true)}
      onConnectEnd={connecting.end}
      ariaLabelConfig={ariaLabels(language)}
    >
      <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color="#cfd6de" />
      {children}
    </ReactFlow>
  );
}
