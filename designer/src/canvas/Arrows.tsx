import { type ReactFlowState, useStore } from '@xyflow/react';
import { type MouseEvent, memo, useId, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { Arrow } from './Arrow.tsx';
import { ARROW_TONES, type CanvasArrow } from './canvas-arrows.ts';
import { ARROW_Z, LIT_ARROW_Z } from './canvas-nodes.ts';

const domOf = ({ domNode }: ReactFlowState) => domNode;

interface Props {
  readonly arrows: readonly CanvasArrow[];
  /** The same function always. */
  readonly onArrow: (event: MouseEvent, id: string) => void;
}

/**
 * All arrows in two pictures, those that stand out over the others. As React Flow's own edges each
 * would be a picture of its own, and follow every edit and every move of the view: with 500 steps
 * that is most of what these cost.
 */
export const Arrows = memo(function Arrows({ arrows, onArrow }: Props) {
  const dom = useStore(domOf);
  const marker = useId();
  const places = useMemo(() => placesIn(dom), [dom]);
  if (!places) return null;
  const drawn = (areLit: boolean) =>
    arrows
      .filter(({ tone }) => (tone !== 'quiet') === areLit)
      .map((arrow) => (
        <Arrow
          key={arrow.id}
          arrow={arrow}
          marker={`url(#${marker}${arrow.tone})`}
          labels={places.labels}
        />
      ));
  const click = (event: MouseEvent) => {
    const arrow = (event.target as Element).closest<SVGElement>('.canvas-arrow');
    if (arrow?.dataset.id !== undefined) onArrow(event, arrow.dataset.id);
  };
  // biome-ignore-start lint/a11y: the pointer's shortcut; the panels of both steps do the same
  return createPortal(
    <>
      <svg style={{ zIndex: ARROW_Z }} onClick={click}>
        <defs>
          {ARROW_TONES.map((tone) => (
            <Head key={tone} id={`${marker}${tone}`} colour={`var(--canvas-arrow-${tone})`} />
          ))}
        </defs>
        {drawn(false)}
      </svg>
      <svg style={{ zIndex: LIT_ARROW_Z }} onClick={click}>
        {drawn(true)}
      </svg>
    </>,
    places.arrows,
  );
  // biome-ignore-end lint/a11y: the same
});

/** Where React Flow draws its own: under the steps, in the part that moves with the view. */
function placesIn(dom: HTMLElement | null) {
  const arrows = dom?.querySelector('.react-flow__edges');
  const labels = dom?.querySelector('.react-flow__edgelabel-renderer');
  return arrows && labels ? { arrows, labels } : undefined;
}

function Head({ id, colour }: { readonly id: string; readonly colour: string }) {
  return (
    <marker
      id={id}
      markerWidth={16}
      markerHeight={16}
      markerUnits="userSpaceOnUse"
      viewBox="-10 -10 20 20"
      orient="auto-start-reverse"
    >
      <polyline
        points="-5,-4 0,0 -5,4 -5,-4"
        strokeLinecap="round"
        strokeLinejoin="round"
        style={{ stroke: colour, fill: colour, strokeWidth: 1 }}
      />
    </marker>
  );
}
