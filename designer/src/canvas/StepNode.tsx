import { Handle, type NodeProps, Position, useStoreApi } from '@xyflow/react';
import { memo, useLayoutEffect, useRef, useState } from 'react';
import { useCanvasActions } from './canvas-actions.ts';
import type { CanvasNode } from './canvas-nodes.ts';
import { FoldButton } from './FoldButton.tsx';
import { isContainer } from './folded.ts';
import { StepFacts } from './StepFacts.tsx';
import { StepMarks } from './StepMarks.tsx';
import { StepName } from './StepName.tsx';
import { WORDS } from './words.ts';

const SIDES = [
  ['right', Position.Right],
  ['bottom', Position.Bottom],
  ['left', Position.Left],
  ['top', Position.Top],
] as const;

/** One step on the drawing: its name, what happens there, and what is to be known about it. */
export const StepNode = memo(function StepNode({ id, data, selected }: NodeProps<CanvasNode>) {
  const [isNear, setNear] = useState(false);
  const { startRenaming } = useCanvasActions();
  const { drawn, marks, hiddenCount, language, isReadOnly } = data;
  const isOpenGroup = isContainer(drawn) && hiddenCount === undefined;
  const mayLeave = !isReadOnly && drawn.kind !== 'end' && drawn.kind !== 'return';
  const start = isReadOnly ? undefined : () => startRenaming(id);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer's shortcuts; keys do the same
    <div
      className="canvas-step"
      data-kind={isContainer(drawn) && !isOpenGroup ? 'folded' : drawn.kind}
      data-colour={drawn.colour}
      data-selected={selected || undefined}
      data-walk={marks.walk}
      data-change={marks.change}
      data-severity={marks.severity}
      data-drop={data.isDropTarget || undefined}
      data-target={data.isTarget || undefined}
      data-source={data.isSource || undefined}
      onMouseEnter={() => setNear(true)}
      onMouseLeave={() => setNear(false)}
    >
      {isOpenGroup ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: the same
        <div className="canvas-group-title" onDoubleClick={start}>
          <FoldButton step={id} isFolded={false} label={drawn.label} language={language} />
          <StepName step={id} data={data} />
          {drawn.isInitial && <Start label={WORDS.initial[language]} />}
          {drawn.kind === 'regions' && <span className="canvas-kind">{drawn.note}</span>}
          <StepFacts drawn={drawn} language={language} />
          <StepMarks data={data} />
        </div>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the same
        <div className="canvas-step-body" onDoubleClick={start}>
          <div className="canvas-step-head">
            {isContainer(drawn) && (
              <FoldButton step={id} isFolded label={drawn.label} language={language} />
            )}
            <StepName step={id} data={data} />
          </div>
          <StepFacts drawn={drawn} hiddenCount={hiddenCount} language={language} />
          {drawn.isInitial && <Start label={WORDS.initial[language]} />}
          <StepMarks data={data} />
        </div>
      )}
      {mayLeave && (isNear || selected) && <Handles step={id} />}
    </div>
  );
});

function Start({ label }: { readonly label: string }) {
  return <span className="canvas-start">{label}</span>;
}

/**
 * Where an arrow can be drawn from; the menus do the same without dragging. They are only on the
 * step that is pointed at, since each follows every move of the view.
 */
function Handles({ step }: { readonly step: string }) {
  const { connectFrom } = useCanvasActions();
  const store = useStoreApi();
  const handle = useRef<HTMLDivElement>(null);
  // React Flow measured the step when there were none.
  useLayoutEffect(() => {
    const nodeElement = handle.current?.closest<HTMLDivElement>('.react-flow__node');
    if (!nodeElement) return;
    const update = { id: step, nodeElement, force: true };
    store.getState().updateNodeInternals(new Map([[step, update]]));
  }, [store, step]);
  return SIDES.map(([id, position]) => (
    <Handle
      key={id}
      ref={handle}
      id={id}
      type="source"
      position={position}
      aria-hidden
      onClick={(event) => {
        event.stopPropagation();
        connectFrom(step);
      }}
    />
  ));
}
