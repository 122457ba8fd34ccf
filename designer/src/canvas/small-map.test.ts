import { expect, test } from 'vitest';
import type { CanvasNode } from './canvas-nodes.ts';
import { smallMapShapes } from './small-map.ts';

const node = (id: string, kind: 'step' | 'group', place: Partial<CanvasNode>): CanvasNode =>
  ({
    id,
    position: { x: 0, y: 0 },
    width: 100,
    height: 50,
    data: { drawn: { kind } },
    ...place,
  }) as CanvasNode;

test('the small map shows each step where it stands on the whole drawing', () => {
  const shapes = smallMapShapes([
    node('outer', 'group', { position: { x: 10, y: 20 }, width: 400, height: 300 }),
    node('inner', 'group', { parentId: 'outer', position: { x: 30, y: 40 }, width: 200 }),
    node('step', 'step', { parentId: 'inner', position: { x: 5, y: 6 } }),
    node('apart', 'step', { position: { x: 500, y: 0 } }),
  ]);
  expect(shapes.around).toEqual({ x: 10, y: 0, width: 590, height: 320 });
  // The corners are round: each shape begins where its left upper one ends.
  expect(shapes.groups.map((path) => path.slice(0, path.indexOf('h')))).toEqual([
    'M22,20',
    'M52,60',
  ]);
  const begins = shapes.steps.split('z').map((path) => path.slice(0, path.indexOf('h')));
  expect(begins.slice(0, 2)).toEqual(['M57,66', 'M512,0']);
});

test('nothing is around no steps', () => {
  expect(smallMapShapes([])).toEqual({ around: undefined, groups: [], steps: '' });
});
