import type { Point } from '../map/box.ts';

interface Label extends Point {
  readonly id: string;
  readonly text: string;
}

/** About what a line of small letters takes. */
const LETTER_PX = 6.5;
const BORDER_PX = 18;
const HEIGHT_PX = 22;
const WIDTH_MAX_PX = 190;

/** Labels where they are wanted, those that would lie on others one line lower each. */
export function labelPlaces(labels: readonly Label[]): ReadonlyMap<string, Point> {
  const placed: (Point & { readonly id: string; readonly width: number })[] = [];
  for (const { id, text, x, y } of labels.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const width = Math.min(WIDTH_MAX_PX, text.length * LETTER_PX + BORDER_PX);
    let at = y;
    const isHit = () =>
      placed.some(
        (other) =>
          Math.abs(other.y - at) < HEIGHT_PX && Math.abs(other.x - x) < (other.width + width) / 2,
      );
    while (isHit()) at += HEIGHT_PX / 2;
    placed.push({ id, x, y: at, width });
  }
  return new Map(placed.map(({ id, x, y }) => [id, { x, y }]));
}
