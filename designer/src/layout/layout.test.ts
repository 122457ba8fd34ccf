import type { PathwayDocument } from '@percorso/engine';
import elkBundle from 'elkjs/lib/elk.bundled.js';
import { describe, expect, it } from 'vitest';
import { insertStep } from '../commands/patterns/insert-step.ts';
import { setPositions } from '../commands/steps/set-positions.ts';
import { SHIPPED } from '../exchange/testing/shipped-pathways.ts';
import { isNear } from '../map/box.ts';
import { mapEdges } from '../map/map-edges.ts';
import { mapNodes } from '../map/map-nodes.ts';
import { elkGraphOf } from './elk-graph.ts';
import { roomMade } from './make-room.ts';
import { placeBeside } from './place-beside.ts';
import { type Positions, positionsFrom } from './positions.ts';

const Elk = elkBundle.default;
const NEET = SHIPPED.find(([name]) => name === 'mig-work-neet')![1];

function placed(document: PathwayDocument, positions: Positions): PathwayDocument {
  const result = setPositions.run(document, { positions });
  if (!result.ok) throw new Error(result.refusal.words.en);
  return result.document;
}

async function laidOutFresh(document: PathwayDocument): Promise<PathwayDocument> {
  return placed(document, positionsFrom(await new Elk().layout(elkGraphOf(document))));
}

/** Pairs of steps of one container that lie on each other. */
function overlaps(document: PathwayDocument): string[] {
  const steps = mapNodes(document);
  return steps.flatMap((one, index) =>
    steps
      .slice(index + 1)
      .filter((other) => other.parent === one.parent && isNear(one, other, 0))
      .map((other) => `${one.key} ${other.key}`),
  );
}

/** Of the steps that are in both, in pixels. */
function meanMove(before: PathwayDocument, after: PathwayDocument): number {
  const now = new Map(mapNodes(after).map((step) => [step.key, step]));
  const moves = mapNodes(before).map(({ key, x, y }) =>
    Math.hypot(now.get(key)!.x - x, now.get(key)!.y - y),
  );
  return moves.reduce((sum, move) => sum + move, 0) / moves.length;
}

/** Of all steps, or of those named. */
function withoutPlaces(document: PathwayDocument, keys?: readonly string[]): PathwayDocument {
  const steps = Object.entries(document.steps).map(([key, { at, ...step }]) =>
    keys === undefined || keys.includes(key) ? [key, step] : [key, { ...step, at }],
  );
  return { ...document, steps: Object.fromEntries(steps) };
}

describe.each(SHIPPED)('%s laid out anew', (_name, document) => {
  it('has every step once, none on another, and none outside of its group', async () => {
    const after = await laidOutFresh(withoutPlaces(document));
    expect(Object.keys(after.steps)).toEqual(Object.keys(document.steps));
    expect(overlaps(after)).toEqual([]);
    const inside = mapNodes(after).filter(({ parent }) => parent !== undefined);
    expect(inside.filter(({ x, y }) => x < 24 || y < 56)).toEqual([]);
  });

  it('reads from left to right, wider than high, and not too wide to read', async () => {
    const after = mapNodes(await laidOutFresh(document)).filter(({ parent }) => !parent);
    const right = Math.max(...after.map(({ x, width }) => x + width));
    const bottom = Math.max(...after.map(({ y, height }) => y + height));
    expect(after.find(({ key }) => key === document.machine.initial)?.x).toBe(0);
    expect(right / bottom).toBeGreaterThan(1.3);
    expect(right).toBeLessThan(3500);
  });

  it('does not depend on where the steps were', async () => {
    const positions = async (one: PathwayDocument) => (await laidOutFresh(one)).steps;
    expect(await positions(withoutPlaces(document))).toEqual(await positions(document));
  });
});

describe('making room', () => {
  it.each(SHIPPED)('leaves %s as it is', (_name, document) => {
    expect(placed(document, roomMade(document))).toEqual(document);
  });

  it('keeps the NEET pathway where it is when a step is inserted in an arrow', () => {
    const some = mapEdges(NEET).filter((_, index) => index % 4 === 0);
    const moves = some.flatMap(({ from, to }) => {
      const action = Object.keys(NEET.actions)[0]!;
      const label = { it: 'Nuovo', en: 'New' };
      const result = insertStep.run(NEET, { step: 'newcomer', label, from, to, action });
      if (!result.ok) return [];
      const after = placed(result.document, roomMade(result.document));
      expect(overlaps(after)).toEqual([]);
      return [meanMove(NEET, after)];
    });
    expect(moves.length).toBeGreaterThan(10);
    expect(Math.max(...moves)).toBeLessThan(60);
    expect(moves.reduce((sum, move) => sum + move, 0) / moves.length).toBeLessThan(15);
  });

  it('moves apart what lies on each other, the shorter way', () => {
    const { x, y } = NEET.steps['to-reconvene']!.at!;
    const onIt = placed(NEET, { 'pre-registered': { x: x + 180, y } });
    expect(overlaps(onIt)).not.toEqual([]);
    const after = placed(onIt, roomMade(onIt));
    expect(overlaps(after)).toEqual([]);
    expect(after.steps['to-reconvene']?.at).toEqual({ x, y });
    expect(after.steps['pre-registered']?.at).toEqual({ x: x + 216, y });
  });

  it('moves all that is in a group when one step lies on its title', () => {
    const onTitle = placed(NEET, { 'strategy-drafting': { x: 320, y: 0 } });
    const after = placed(onTitle, roomMade(onTitle));
    expect(after.steps['strategy-drafting']?.at?.y).toBe(56);
    expect(after.steps.motivation?.at?.y).toBe(112);
  });

  it('gives every step a place of its own where none has any', () => {
    const bare = withoutPlaces(NEET);
    expect(overlaps(placed(bare, roomMade(bare)))).toEqual([]);
  });

  it('has nothing left to do the second time', () => {
    const bare = withoutPlaces(NEET, ['interviewed', 'training', 'followed']);
    const once = placed(bare, roomMade(bare));
    expect(placed(once, roomMade(once))).toEqual(once);
  });
});

describe('the place beside a step', () => {
  it('is to its right where that is free', () => {
    const { x, y } = NEET.steps.outreach!.at!;
    expect(placeBeside(NEET, 'outreach')).toEqual({ x: x + 296, y });
  });

  it('is below that where another step stands there', () => {
    const { x } = NEET.steps.motivation!.at!;
    expect(placeBeside(NEET, 'motivation')).toEqual({ x: x + 296, y: 168 });
  });

  it('is none beside a step that is not there', () => {
    expect(placeBeside(NEET, 'nowhere')).toBeUndefined();
  });
});
