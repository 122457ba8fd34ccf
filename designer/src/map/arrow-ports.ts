import { type Port, SIDES, type Side } from './arrow-shapes.ts';
import type { Box, Point } from './box.ts';

/** Away from corners. */
const INSET = 16;
/** Steps nearly in line are joined by a straight arrow. */
const NEARLY_PX = 24;
const OFFSETS = [0, -10, 10, -20, 20] as const;

type Use = 'out' | 'in';

interface Taken {
  readonly points: readonly Point[];
  readonly out: Side;
  readonly into: Side;
}

/**
 * Where arrows touch the steps. Arrows that leave by one side leave at one place, and those that
 * arrive arrive at one; but no arrow leaves where another arrives.
 */
export class Ports {
  readonly #uses = new Map<string, Use>();

  /** The pairs of ports between two steps, one for each pair of sides. */
  between(from: string, fromBox: Box, to: string, toBox: Box): readonly (readonly [Port, Port])[] {
    const outs = SIDES.map((side) => portOn(side, fromBox, toBox));
    const intos = SIDES.map((side) => portOn(side, toBox, fromBox));
    const freeOuts = outs.map((out) => this.#free(from, out, 'out'));
    const freeIntos = intos.map((into) => this.#free(to, into, 'in'));
    return outs.flatMap((out, index) =>
      intos.map((into, other) =>
        isInLine(out, into)
          ? this.#freeInLine([from, out], [to, into])
          : ([freeOuts[index]!, freeIntos[other]!] as const),
      ),
    );
  }

  /** Lines inside a way may have been moved beside others; its ends never are. */
  takeEnds({ from, to }: { from: string; to: string }, { points, out, into }: Taken): void {
    this.#uses.set(slotOf(from, { ...points[0]!, side: out }), 'out');
    this.#uses.set(slotOf(to, { ...points.at(-1)!, side: into }), 'in');
  }

  #free(step: string, port: Port, use: Use): Port {
    const offset = OFFSETS.find((one) => this.#isFree(step, moved(port, one), use));
    return moved(port, offset ?? 0);
  }

  /** Both moved alike, so that what is straight stays so. */
  #freeInLine([from, out]: [string, Port], [to, into]: [string, Port]): readonly [Port, Port] {
    const offset = OFFSETS.find(
      (one) =>
        this.#isFree(from, moved(out, one), 'out') && this.#isFree(to, moved(into, one), 'in'),
    );
    return [moved(out, offset ?? 0), moved(into, offset ?? 0)];
  }

  #isFree(step: string, port: Port, use: Use): boolean {
    const taken = this.#uses.get(slotOf(step, port));
    return taken === undefined || taken === use;
  }
}

function isInLine(out: Port, into: Port): boolean {
  if (isVerticalSide(out.side) !== isVerticalSide(into.side)) return false;
  return isVerticalSide(out.side) ? out.y === into.y : out.x === into.x;
}

/** The left and the right side are vertical lines. */
function isVerticalSide(side: Side): boolean {
  return side === 'left' || side === 'right';
}

function moved(port: Port, offset: number): Port {
  if (offset === 0) return port;
  return isVerticalSide(port.side)
    ? { ...port, y: port.y + offset }
    : { ...port, x: port.x + offset };
}

function slotOf(step: string, { side, x, y }: Port): string {
  return step + side + Math.round((isVerticalSide(side) ? y : x) / 10);
}

/** In the middle of a side; on a long one, or nearly in line, where the other step is. */
function portOn(side: Side, box: Box, other: Box): Port {
  if (isVerticalSide(side)) {
    const x = side === 'left' ? box.x : box.x + box.width;
    return { side, x, y: along(box.y, box.height, other.y, other.height) };
  }
  const y = side === 'top' ? box.y : box.y + box.height;
  return { side, y, x: along(box.x, box.width, other.x, other.width) };
}

const LONG_PX = 210;

function along(start: number, length: number, otherStart: number, otherLength: number): number {
  const middle = start + length / 2;
  const otherMiddle = otherStart + otherLength / 2;
  const low = Math.max(start, otherStart) + INSET;
  const high = Math.min(start + length, otherStart + otherLength) - INSET;
  const isLong = length > LONG_PX;
  const isOtherLong = otherLength > LONG_PX;
  const isNearly = Math.abs(middle - otherMiddle) <= NEARLY_PX;
  if (low <= high && (isNearly || (isLong && isOtherLong))) return Math.round((low + high) / 2);
  if (!isLong) return middle;
  return Math.min(Math.max(otherMiddle, start + INSET), start + length - INSET);
}
