import { type Box, boxAroundAll, middleOf } from '../map/box.ts';

export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Smaller than this, names can't be read. */
const READABLE = 0.45;
const NEAR = 0.75;
const MARGIN = 0.06;

/**
 * How a drawing is shown first: the whole, where it can be read at that size; else its beginning.
 */
export function startView(
  size: { readonly width: number; readonly height: number },
  boxes: readonly Box[],
  first: Box | undefined,
): View {
  const whole = boxAroundAll(boxes);
  if (!whole || size.width === 0 || size.height === 0) return { x: 0, y: 0, zoom: 1 };
  const room = 1 - 2 * MARGIN;
  const fit = Math.min((size.width * room) / whole.width, (size.height * room) / whole.height);
  if (fit >= READABLE || !first) return centred(size, whole, Math.min(1, fit));
  const left = size.width * 0.25;
  return {
    zoom: NEAR,
    x: left - first.x * NEAR,
    y: size.height / 2 - middleOf(first).y * NEAR,
  };
}

function centred(size: Parameters<typeof startView>[0], box: Box, zoom: number): View {
  const middle = middleOf(box);
  return { zoom, x: size.width / 2 - middle.x * zoom, y: size.height / 2 - middle.y * zoom };
}
