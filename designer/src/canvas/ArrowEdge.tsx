import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo, useState } from 'react';
import type { CanvasEdge } from './canvas-edges.ts';

/** An arrow along its own curve; its words show when it, or one of its steps, is looked at. */
export const ArrowEdge = memo(function ArrowEdge({ data, markerEnd }: EdgeProps<CanvasEdge>) {
  const [isNear, setNear] = useState(false);
  if (!data) return null;
  const { path, x, y, labels, short, kind, isSelected } = data;
  const isLooked = isSelected || isNear;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only shows words that panels show too
    <g
      data-kind={kind}
      data-near={isNear || undefined}
      onMouseEnter={() => setNear(true)}
      onMouseLeave={() => setNear(false)}
    >
      <BaseEdge path={path} {...(markerEnd && { markerEnd })} interactionWidth={20} />
      {(isLooked || short) && labels.length > 0 && (
        <EdgeLabelRenderer>
          <div
            className="canvas-arrow-label"
            data-strong={isLooked || undefined}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            {isLooked ? labels.map((one) => <span key={one}>{one}</span>) : short}
          </div>
        </EdgeLabelRenderer>
      )}
    </g>
  );
});
