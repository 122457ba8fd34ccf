import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SHIPPED } from '../exchange/testing/shipped-pathways.ts';
import { arrowPaths, type DrawnArrows, drawArrows } from './arrow-paths.ts';
import { mapEdges } from './map-edges.ts';
import { mapNodes } from './map-nodes.ts';

const drawings = SHIPPED.map(([, document]) => ({
  steps: mapNodes(document),
  arrows: mapEdges(document),
}));
type Drawing = (typeof drawings)[number];

const edit = fc.record({
  kind: fc.constantFrom('move', 'grow', 'rename', 'remove', 'disconnect', 'connect', 'order'),
  one: fc.nat(9999),
  other: fc.nat(9999),
  x: fc.integer({ min: -300, max: 300 }),
  y: fc.integer({ min: -200, max: 200 }),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited({ steps, arrows }: Drawing, { kind, one, other, x, y }: Edit): Drawing {
  const step = steps[one % steps.length]!;
  const to = steps[other % steps.length]!;
  const withStep = (change: Partial<typeof step>) => ({
    steps: steps.map((each) => (each === step ? { ...each, ...change } : each)),
    arrows,
  });
  switch (kind) {
    case 'move':
      return withStep({ x: step.x + x, y: step.y + y });
    case 'grow':
      return withStep({ width: step.width + 40, height: step.height + 24 });
    case 'rename':
      return withStep({ label: { it: 'Un nome molto più lungo di prima', en: 'x' } });
    case 'remove':
      return { steps: steps.filter((each) => each !== step && each.parent !== step.key), arrows };
    case 'disconnect':
      return { steps, arrows: arrows.filter((_, index) => index !== one % arrows.length) };
    case 'connect': {
      const id = `${step.key} ${to.key} new`;
      return { steps, arrows: [...arrows, { id, from: step.key, to: to.key, ways: [] }] };
    }
    default:
      return { steps, arrows: arrows.toReversed() };
  }
}

test('after any edits the arrows are as if all were sought anew', () => {
  const start = fc.constantFrom(...drawings);
  fc.assert(
    fc.property(start, fc.array(edit, { minLength: 1, maxLength: 6 }), (drawing, edits) => {
      let now = drawing;
      let drawn: DrawnArrows = drawArrows(now.steps, now.arrows);
      for (const one of edits) {
        if (now.steps.length < 3 || now.arrows.length < 2) return;
        now = edited(now, one);
        drawn = drawArrows(now.steps, now.arrows, drawn);
        expect(drawn.paths).toEqual(arrowPaths(now.steps, now.arrows));
      }
    }),
    { numRuns: 60 },
  );
});

test('what an edit does not concern is kept as it is', () => {
  const { steps, arrows } = drawings.toSorted((a, b) => b.steps.length - a.steps.length)[0]!;
  const before = drawArrows(steps, arrows);
  const [gone] = before.routed.arrows;
  const after = drawArrows(
    steps,
    arrows.filter(({ id }) => id !== gone!.id),
    before,
  );
  const { routes } = before.routed;
  const kept = [...after.routed.routes].filter(([id, route]) => routes.get(id) === route);
  expect(kept.length).toBeGreaterThan(arrows.length / 2);
});

test('an arrow moves back when the one that it lay beside is gone', () => {
  const at = (key: string, x: number, y: number) => ({ ...steps[0]!, key, x, y, ...SIZE });
  const [{ steps }] = drawings as [Drawing];
  const drawn = [at('a', 0, 0), at('b', 300, 400), at('c', 0, 100), at('d', 300, 300)];
  const [long, short] = [arrow('a', 'b'), arrow('c', 'd')];
  const before = drawArrows(drawn, [long, short]);
  const alone = arrowPaths(drawn, [long]);
  expect(before.paths.get(long.id)).not.toEqual(alone.get(long.id));
  expect(drawArrows(drawn, [long], before).paths).toEqual(alone);
});

const SIZE = { parent: undefined, kind: 'step', width: 200, height: 72 } as const;

function arrow(from: string, to: string) {
  return { id: `${from} ${to}`, from, to };
}
