import { Panel, type ReactFlowState, useStore, useStoreApi } from '@xyflow/react';
import { XYMinimap } from '@xyflow/system';
import { memo, type RefObject, useEffect, useMemo, useRef } from 'react';
import { type Box, boxAroundAll, middleOf, type Point } from '../map/box.ts';
import type { CanvasNode } from './canvas-nodes.ts';
import { rectangle, type SmallMapShapes, smallMapShapes } from './small-map.ts';

const WIDTH = 200;
const HEIGHT = 150;
const WHOLE: Box = { x: 0, y: 0, width: WIDTH, height: HEIGHT };
/** Around the drawing, in pixels of the small map. */
const MARGIN = 5;

const transformOf = ({ transform }: ReactFlowState) => transform;
const widthOf = ({ width }: ReactFlowState) => width;
const heightOf = ({ height }: ReactFlowState) => height;
const isDraggedOf = ({ paneDragging }: ReactFlowState) => paneDragging;

interface Props {
  readonly nodes: readonly CanvasNode[];
  readonly label: string;
}

/**
 * The whole drawing in small; dragging it moves the view. React Flow's own has a part for each
 * step, which follows every edit and every move: with 500 steps that is half of what it does.
 */
export function SmallMap({ nodes, label }: Props) {
  const shapes = useMemo(() => smallMapShapes(nodes), [nodes]);
  const [left, top, zoom] = useStore(transformOf);
  const [width, height] = [useStore(widthOf), useStore(heightOf)];
  const seen = { x: -left / zoom, y: -top / zoom, width: width / zoom, height: height / zoom };
  const around = boxAroundAll([seen, ...(shapes.around ? [shapes.around] : [])]) as Box;
  const scale = Math.max(around.width / WIDTH, around.height / HEIGHT);
  const margin = MARGIN * scale;
  const shown = boxOf(middleOf(around), WIDTH * scale + 2 * margin, HEIGHT * scale + 2 * margin);
  const isDragged = useStore(isDraggedOf);
  const svg = useRef<SVGSVGElement>(null);
  useDragging(svg, scale);
  // While it is dragged: moving a part by itself costs the browser nothing, another view box all.
  const k = Math.min(WIDTH / shown.width, HEIGHT / shown.height);
  const [middle, half] = [middleOf(shown), { x: WIDTH / 2, y: HEIGHT / 2 }];
  const move = { x: half.x - middle.x * k, y: half.y - middle.y * k };
  const frame = {
    x: move.x + seen.x * k,
    y: move.y + seen.y * k,
    width: (width / zoom) * k,
    height: (height / zoom) * k,
  };
  return (
    <Panel position="bottom-right" className="react-flow__minimap canvas-map">
      <svg
        ref={svg}
        className="react-flow__minimap-svg"
        role="img"
        aria-label={label}
        width={WIDTH}
        height={HEIGHT}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      >
        <g
          style={{
            transform: `translate(${move.x}px, ${move.y}px) scale(${k})`,
            willChange: isDragged ? 'transform' : undefined,
          }}
        >
          <Steps shapes={shapes} />
        </g>
        <path
          className="react-flow__minimap-mask"
          fillRule="evenodd"
          pointerEvents="none"
          d={rectangle(WHOLE) + rectangle(frame)}
        />
      </svg>
    </Panel>
  );
}

function boxOf({ x, y }: Point, width: number, height: number): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

const Steps = memo(function Steps({ shapes }: { readonly shapes: SmallMapShapes }) {
  return (
    <>
      {shapes.groups.map((path, depth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the depth is what it is
        <path key={depth} className="canvas-map-group" d={path} />
      ))}
      <path className="canvas-map-steps" d={shapes.steps} />
    </>
  );
});

function useDragging(svg: RefObject<SVGSVGElement | null>, scale: number): void {
  const store = useStoreApi();
  const panZoom = useStore(({ panZoom }) => panZoom);
  const latest = useRef(scale);
  latest.current = scale;
  useEffect(() => {
    if (!svg.current || !panZoom) return undefined;
    const map = XYMinimap({
      domNode: svg.current,
      panZoom,
      getTransform: () => store.getState().transform,
      getViewScale: () => latest.current,
    });
    const { translateExtent, width, height } = store.getState();
    map.update({ translateExtent, width, height, pannable: true, zoomable: true });
    return () => map.destroy();
  }, [svg, panZoom, store]);
}
