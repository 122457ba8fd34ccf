import type { Point } from './box.ts';

interface Line {
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

const LANE_PX = 8;
const SHIFTS = [0, 8, -8, 16, -16, 24, -24, 32, -32] as const;

/** The lines of the arrows drawn so far: arrows share a line only where they share an end. */
export class Lanes {
  readonly #lines = new Map<string, Line[]>();

  /** The way with its inner lines moved beside those of others; `isGood` may refuse a move. */
  apart(
    way: readonly Point[],
    ends: { readonly from: string; readonly to: string },
    isGood: (way: readonly Point[]) => boolean,
  ): readonly Point[] {
    let apart = way;
    for (let index = 1; index + 2 < way.length; index += 1) {
      const free = SHIFTS.map((shift) => shifted(apart, index, shift)).find(
        (moved) =>
          this.#isFree(moved[index]!, moved[index + 1]!, ends) &&
          (moved === apart || isGood(moved)),
      );
      apart = free ?? apart;
    }
    return apart;
  }

  add(way: readonly Point[], ends: { readonly from: string; readonly to: string }): void {
    for (let index = 1; index < way.length; index += 1) {
      const { key, ...line } = lineOf(way[index - 1]!, way[index]!);
      const lines = this.#lines.get(key) ?? [];
      this.#lines.set(key, lines);
      lines.push({ ...ends, ...line });
    }
  }

  #isFree(a: Point, b: Point, { from, to }: { from: string; to: string }): boolean {
    const { axis, bucket, start, end, at } = lineOf(a, b);
    for (const near of [bucket - 1, bucket, bucket + 1]) {
      for (const line of this.#lines.get(`${axis}${near}`) ?? []) {
        const isBeside = Math.abs(line.at - at) < LANE_PX - 2;
        const isAlong = line.start < end - 2 && start < line.end - 2;
        if (isBeside && isAlong && line.from !== from && line.to !== to) return false;
      }
    }
    return true;
  }
}

function lineOf(a: Point, b: Point) {
  const axis = a.x === b.x ? 'x' : 'y';
  const along = axis === 'x' ? 'y' : 'x';
  const bucket = Math.floor(a[axis] / LANE_PX);
  const [start, end] = a[along] < b[along] ? [a[along], b[along]] : [b[along], a[along]];
  return { axis, bucket, key: `${axis}${bucket}`, at: a[axis], start, end };
}

function shifted(way: readonly Point[], index: number, shift: number): readonly Point[] {
  if (shift === 0) return way;
  const [a, b] = [way[index]!, way[index + 1]!];
  const axis = a.x === b.x ? 'x' : 'y';
  const moved = [...way];
  moved[index] = { ...a, [axis]: a[axis] + shift };
  moved[index + 1] = { ...b, [axis]: b[axis] + shift };
  return moved;
}
