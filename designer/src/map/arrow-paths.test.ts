import { describe, expect, it } from 'vitest';
import { SHIPPED } from '../exchange/testing/shipped-pathways.ts';
import { arrowPaths } from './arrow-paths.ts';
import type { Box, Point } from './box.ts';
import { mapEdges } from './map-edges.ts';
import { type MapNode, mapNodes } from './map-nodes.ts';
import { type Route, routeArrows } from './route-arrows.ts';
import { isWithin, surroundingsOf } from './surroundings.ts';

type At = readonly [key: string, x: number, y: number, parent?: string];

function step([key, x, y, parent]: At, size = { width: 200, height: 72 }): MapNode {
  const label = { it: key, en: key };
  return { key, label, kind: 'step', parent, stage: undefined, x, y, ...size };
}

function routes(steps: readonly MapNode[], ...arrows: readonly (readonly [string, string])[]) {
  const edges = arrows.map(([from, to]) => ({ id: `${from} ${to}`, from, to }));
  const found = routeArrows(steps, edges).routes;
  return edges.map(({ id }) => found.get(id)?.points);
}

const linesOf = ({ points }: Pick<Route, 'points'>) =>
  points.slice(1).map((end, index) => [points[index]!, end] as const);

function crosses([a, b]: readonly [Point, Point], { x, y, width, height }: Box): boolean {
  return (
    Math.max(a.x, b.x) > x &&
    Math.min(a.x, b.x) < x + width &&
    Math.max(a.y, b.y) > y &&
    Math.min(a.y, b.y) < y + height
  );
}

const isOnBorder = (point: Point, { x, y, width, height }: Box) =>
  crosses([point, point], { x: x - 1, y: y - 1, width: width + 2, height: height + 2 }) &&
  !crosses([point, point], { x: x + 1, y: y + 1, width: width - 2, height: height - 2 });

describe.each(SHIPPED)('the arrows of %s', (_name, document) => {
  const { places } = surroundingsOf(mapNodes(document));
  const edges = mapEdges(document);
  const found = routeArrows(mapNodes(document), edges).routes;

  it('run in right angles from the border of one step to that of the other', () => {
    expect(found.size).toBe(edges.length);
    for (const { id, from, to } of edges) {
      const route = found.get(id)!;
      expect(linesOf(route).every(([a, b]) => a.x === b.x || a.y === b.y)).toBe(true);
      expect(isOnBorder(route.points[0]!, places.get(from)!.box)).toBe(true);
      expect(isOnBorder(route.points.at(-1)!, places.get(to)!.box)).toBe(true);
    }
  });

  it('pass through no step', () => {
    const through = edges.flatMap(({ id, from, to }) =>
      [...places.values()]
        .filter(({ key, isComposite }) => !isComposite && key !== from && key !== to)
        .filter(({ box }) => linesOf(found.get(id)!).some((line) => crosses(line, box)))
        .map(({ key }) => `${id} through ${key}`),
    );
    expect(through).toEqual([]);
  });

  it('seldom cross a group that is neither end’s', () => {
    const crossed = edges.filter(({ id, from, to }) => {
      const [start, end] = [places.get(from)!, places.get(to)!];
      return [...places.values()]
        .filter((one) => one.isComposite && one !== start && one !== end)
        .filter((one) => ![start, end].some((it) => isWithin(it, one) || isWithin(one, it)))
        .some(({ box }) => linesOf(found.get(id)!).some((line) => crosses(line, box)));
    });
    expect(crossed.length).toBeLessThanOrEqual(2);
  });

  it('have a path each, and room for words on it', () => {
    const paths = arrowPaths(mapNodes(document), edges);
    for (const { id } of edges) {
      const { path, middle } = paths.get(id)!;
      expect(path).toMatch(/^M-?[\d.]+,-?[\d.]+ .*L-?[\d.]+,-?[\d.]+$/);
      expect(linesOf(found.get(id)!).some(([a, b]) => isBetween(middle, a, b))).toBe(true);
    }
  });
});

function isBetween({ x, y }: Point, a: Point, b: Point): boolean {
  return crosses([a, b], { x: x - 1, y: y - 1, width: 2, height: 2 });
}

describe('the way of an arrow', () => {
  it('is straight to the next step', () => {
    const [points] = routes([step(['a', 0, 0]), step(['b', 300, 0])], ['a', 'b']);
    expect(points).toEqual([
      { side: 'right', x: 200, y: 36 },
      { side: 'left', x: 300, y: 36 },
    ]);
  });

  it('is straight to a step that is nearly in line', () => {
    const [points] = routes([step(['a', 0, 0]), step(['b', 300, 20])], ['a', 'b']);
    expect(points?.map(({ y }) => y)).toEqual([46, 46]);
  });

  it('goes around what stands between', () => {
    const steps = [step(['a', 0, 0]), step(['x', 300, 0]), step(['b', 600, 0])];
    const [points] = routes(steps, ['a', 'b']);
    expect(points?.some(({ y }) => y < 0 || y > 72)).toBe(true);
    expect(linesOf({ points: points! }).some((line) => crosses(line, steps[1]!))).toBe(false);
  });

  it('lies beside the way of the arrow that leads back', () => {
    const [there, back] = routes([step(['a', 0, 0]), step(['b', 300, 0])], ['a', 'b'], ['b', 'a']);
    expect(there!.length).toBe(2);
    expect(back!.length).toBe(2);
    expect(Math.abs(there![0]!.y - back![0]!.y)).toBeGreaterThanOrEqual(8);
  });

  it('lies beside that of an arrow with which it shares no end', () => {
    const steps = [
      ...[step(['a', 0, 0]), step(['b', 300, 400])],
      ...[step(['c', 0, 100]), step(['d', 300, 300])],
    ];
    const [one, other] = routes(steps, ['a', 'b'], ['c', 'd']);
    expect(one![1]!.x).not.toBe(other![1]!.x);
  });

  it('ends where other arrows to the same step end', () => {
    const steps = [step(['a', 0, 0]), step(['b', 0, 200]), step(['c', 400, 100])];
    const [one, other] = routes(steps, ['a', 'c'], ['b', 'c']);
    expect(one!.at(-1)).toEqual(other!.at(-1));
  });

  it('loops at the corner from a step to itself', () => {
    const [points] = routes([step(['a', 0, 0])], ['a', 'a']);
    expect(points?.[0]).toEqual({ x: 200, y: 22 });
    expect(points?.at(-1)).toEqual({ x: 178, y: 0 });
  });

  it('is straight between a step and the group around it', () => {
    const group = { ...step(['g', 0, 0], { width: 600, height: 300 }), kind: 'group' as const };
    const [out, into] = routes([group, step(['a', 380, 56, 'g'])], ['a', 'g'], ['g', 'a']);
    expect(out!.map(({ x }) => x)).toEqual([580, 600]);
    expect(into!.map(({ x }) => x)).toEqual([600, 580]);
    expect(out![0]!.y).not.toBe(into![0]!.y);
  });

  it('is none for an arrow of a step that is not drawn', () => {
    expect(routes([step(['a', 0, 0])], ['a', 'gone'])).toEqual([undefined]);
  });
});
