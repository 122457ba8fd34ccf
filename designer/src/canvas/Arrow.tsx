import { BaseEdge } from '@xyflow/react';
import { memo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { CanvasArrow } from './canvas-arrows.ts';

interface Props {
  readonly arrow: CanvasArrow;
  readonly marker: string;
  /** Where words are written: over all arrows. */
  readonly labels: Element;
}

/** An arrow along its own way; its words show when it, or one of its steps, is looked at. */
export const Arrow = memo(function Arrow({ arrow, marker, labels: place }: Props) {
  const [isNear, setNear] = useState(false);
  const { id, path, x, y, labels, short, kind, tone } = arrow;
  const isLooked = tone === 'chosen' || isNear;
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: panels say the same
    <g
      className={`react-flow__edge canvas-arrow canvas-arrow-${tone} nopan`}
      role="img"
      aria-label={labels.join(', ')}
      data-id={id}
      data-kind={kind}
      data-near={isNear || undefined}
      onMouseEnter={() => setNear(true)}
      onMouseLeave={() => setNear(false)}
    >
      <BaseEdge path={path} markerEnd={marker} interactionWidth={20} />
      {(isLooked || short) &&
        labels.length > 0 &&
        createPortal(
          <div
            className="canvas-arrow-label"
            data-strong={isLooked || undefined}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            {isLooked ? labels.map((one) => <span key={one}>{one}</span>) : short}
          </div>,
          place,
        )}
    </g>
  );
});
