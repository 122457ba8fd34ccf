import { readFileSync } from 'node:fs';
import { type Finding, type PathwayDocument, parseDocument } from '@percorso/engine';
import { describe, expect, it } from 'vitest';
import { runSteps } from '../editor/edit-history.ts';
import { arrowPaths } from '../map/arrow-paths.ts';
import type { Box } from '../map/box.ts';
import { mapEdges } from '../map/map-edges.ts';
import { type MapNode, mapNodes } from '../map/map-nodes.ts';
import { absoluteBoxes } from './boxes.ts';
import { canvasArrows } from './canvas-arrows.ts';

import { copiedText, readPasted } from './clipboard.ts';
import { drawnSteps, problemsByStep } from './drawn-steps.ts';
import { dropSteps, groupUnder } from './drop.ts';
import { folded, foldedArrows } from './folded.ts';
import { fuzzyScore } from './fuzzy.ts';
import { placeFor } from './place-for.ts';
import { inReadingOrder } from './reading-order.ts';
import { keptSame } from './same-content.ts';
import { snap } from './snap.ts';
import { startView } from './start-view.ts';
import { topsOf } from './tops.ts';
import { transitionsBetween } from './transitions-between.ts';
import { movedPaths } from './usePicture.ts';
import { withRoom } from './with-room.ts';

const neet = new URL('../../../definitions/mig-work-neet/pathway.json', import.meta.url);
const document = parsed(readFileSync(neet, 'utf8'));
const steps = mapNodes(document);
const node = (key: string) => steps.find((step) => step.key === key) as MapNode;

function parsed(value: unknown): PathwayDocument {
  const result = parseDocument(value);
  if (!result.ok) throw new Error('the shipped pathway must parse');
  return result.document;
}

/** The document after the commands, which must not be refused. */
function after(commands: Parameters<typeof runSteps>[1]): PathwayDocument {
  const result = runSteps(document, commands);
  if (!result.ok) throw new Error(result.refusal.words.en);
  return result.document;
}

describe('what a step says of itself', () => {
  const drawn = drawnSteps(document, steps, 'it', []);

  it('names its activities and who does them', () => {
    expect(drawn.get('motivation')?.activities).toEqual([
      { kind: 'task', label: 'Incontro di motivazione', who: 'Case manager' },
    ]);
  });

  it('names the fact where the organisation is chosen in the case', () => {
    const label = document.data.properties.outreachBy?.label.it;
    expect(drawn.get('outreach')?.activities[0]?.who).toBe(label);
  });

  it('tells its timers, its outcome, and whether its group begins with it', () => {
    expect(drawn.get('awaiting-reply')?.timers).toEqual(['dopo 7 giorni', 'dopo 14 giorni']);
    expect(drawn.get('employment')?.note).toBe('Lavoro');
    expect(drawn.get('pre-registered')?.isInitial).toBe(true);
    expect(drawn.get('interviewed')?.isInitial).toBe(false);
  });

  it('has the gravest of its problems, each finding once', () => {
    const element = { pointer: '/machine', step: 'lab' };
    const message = { it: '', en: '' };
    const findings: Finding[] = [
      { check: 'a', severity: 'hint', elements: [element], message },
      { check: 'b', severity: 'error', elements: [element, element], message },
    ];
    expect(problemsByStep(findings).get('lab')).toEqual({ count: 2, severity: 'error' });
  });
});

describe('letting steps go', () => {
  it('puts a step where it was let go, as one command', () => {
    const at = { x: 20, y: 900 };
    const commands = dropSteps(document, steps, new Map([['pre-registered', at]]));
    expect(commands.map(({ name }) => name)).toEqual(['set-positions']);
    expect(after(commands).steps['pre-registered']?.at).toEqual(at);
  });

  it('does nothing where a step stays in its place', () => {
    const { x, y } = node('pre-registered');
    expect(dropSteps(document, steps, new Map([['pre-registered', { x, y }]]))).toEqual([]);
  });

  it('moves a step into the innermost group under its middle, to the same place on the screen', () => {
    const boxes = absoluteBoxes(steps);
    const training = boxes.get('training') as Box;
    const at = { x: training.x + 30, y: training.y + 60 };
    const moved = after(dropSteps(document, steps, new Map([['interviewed', at]])));
    const now = mapNodes(moved);
    expect(now.find(({ key }) => key === 'interviewed')?.parent).toBe('training');
    expect(absoluteBoxes(now).get('interviewed')).toMatchObject(at);
  });

  it('takes a step out of its group when its middle is outside', () => {
    const moves = new Map([['confirmed', { x: -900, y: -900 }]]);
    expect(groupUnder(steps, moves, 'confirmed')).toBeUndefined();
    const moved = mapNodes(after(dropSteps(document, steps, moves)));
    expect(moved.find(({ key }) => key === 'confirmed')?.parent).toBeUndefined();
  });

  it('never puts a group into itself', () => {
    const { x, y } = node('convened');
    const moves = new Map([['convened', { x: x + 5, y: y + 5 }]]);
    expect(groupUnder(steps, moves, 'convened')).toBeUndefined();
  });

  it('lets a region be moved only among those beside it', () => {
    const moves = new Map([['support', { x: -5000, y: 0 }]]);
    expect(groupUnder(steps, moves, 'support')).toBe('in-charge');
  });

  it('makes a group grow to the left, with all else where it was', () => {
    const before = absoluteBoxes(steps);
    const { y } = node('awaiting-reply');
    const moves = new Map([['awaiting-reply', { x: -40, y }]]);
    const now = absoluteBoxes(mapNodes(after(dropSteps(document, steps, moves))));
    expect(now.get('convened')?.x).toBe((before.get('convened')?.x ?? 0) - 64);
    expect(now.get('awaiting-reply')?.x).toBe((before.get('awaiting-reply')?.x ?? 0) - 64);
    expect(now.get('confirmed')).toEqual(before.get('confirmed'));
  });
});

describe('standing in line', () => {
  const other = { x: 0, y: 0, width: 200, height: 72 };

  it('draws a box within six pixels to an edge, and shows the line', () => {
    const { by, guides } = snap({ x: 4, y: 300, width: 200, height: 72 }, [other]);
    expect(by).toEqual({ x: -4, y: 0 });
    expect(guides).toEqual([{ axis: 'x', at: 0, from: 0, to: 372 }]);
  });

  it('counts the pixels of the screen', () => {
    const box = { x: 9, y: 300, width: 60, height: 72 };
    expect(snap(box, [other]).by.x).toBe(0);
    expect(snap(box, [other], 0.5).by.x).toBe(-9);
  });

  it('finds middles too', () => {
    expect(snap({ x: 53, y: 300, width: 100, height: 72 }, [other]).by.x).toBe(-3);
  });
});

describe('folded groups', () => {
  const { steps: left, hiddenCounts, standIns } = folded(steps, new Set(['convened', 'strategy']));

  it('hide what is inside, and say how much', () => {
    expect(left.some(({ key }) => key === 'confirmed')).toBe(false);
    expect(hiddenCounts.get('convened')).toBe(3);
    expect(left.find(({ key }) => key === 'convened')).toMatchObject({ width: 200, height: 72 });
  });

  it('stand for the ends of the arrows of what is inside', () => {
    const arrows = foldedArrows(mapEdges(document), standIns);
    expect(arrows.every(({ from, to }) => from !== 'confirmed' && to !== 'confirmed')).toBe(true);
    expect(arrows.some(({ from, to }) => from === to)).toBe(false);
    expect(new Set(arrows.map(({ id }) => id)).size).toBe(arrows.length);
  });

  it('count what is inside of groups inside', () => {
    expect(folded(steps, new Set(['journey', 'strategy'])).hiddenCounts.has('strategy')).toBe(
      false,
    );
  });
});

describe('arrows', () => {
  const edges = mapEdges(document);
  const arrows = foldedArrows(edges, new Map());

  it('find new ways only for the steps that are dragged', () => {
    const settled = arrowPaths(steps, edges);
    expect(movedPaths(settled, steps, arrows, new Map())).toBe(settled);
    const moves = new Map([['strategy', { x: 100, y: 500 }]]);
    const paths = movedPaths(settled, steps, arrows, moves);
    expect(paths.size).toBe(settled.size);
    const changed = edges.filter(({ id }) => paths.get(id) !== settled.get(id));
    const inside = ['strategy', 'motivation', 'strategy-drafting', 'next-step'];
    expect(changed.length).toBeGreaterThan(5);
    expect(changed.every(({ from, to }) => [from, to].some((one) => inside.includes(one)))).toBe(
      true,
    );
  });

  it('stay the same objects but for those of a step that is chosen', () => {
    const paths = arrowPaths(steps, edges);
    const drawn = (...selected: string[]) =>
      canvasArrows(arrows, paths, {
        language: 'it',
        selected: new Set(selected),
        chosen: undefined,
      });
    const before = drawn();
    const now = keptSame(new Map(before.map((one) => [one.id, one])), drawn('lab'));
    const changed = now.filter((arrow, index) => arrow !== before[index]);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every(({ id, tone }) => id.split(' ').includes('lab') && tone === 'lit')).toBe(
      true,
    );
  });

  it('stand for each of their transitions', () => {
    const ways = transitionsBetween(document, 'awaiting-reply', 'to-reconvene', 'it');
    expect(ways.map(({ place }) => place.kind)).toContain('timer');
    expect(transitionsBetween(document, 'gone', 'lab', 'it')).toEqual([]);
  });
});

describe('what was copied', () => {
  const text = copiedText(document, ['lab']);

  it('is pasted with what belongs to it', () => {
    const read = readPasted(text, undefined);
    if (!read.ok) throw new Error(read.why.en);
    const pasted = after([{ name: 'paste-fragment', parameters: read.parameters }]);
    expect(Object.keys(pasted.steps).length).toBe(Object.keys(document.steps).length + 1);
  });

  it.each([
    ['nothing', ''],
    ['a text', 'Buongiorno'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another object', '{"kind":"other"}'],
    ['no steps', '{"kind":"percorso/steps","steps":"lab","document":{}}'],
    ['a key too many', text.replace('{', '{"into":"lab",')],
  ])('is refused with a reason when it is %s', (_, given) => {
    const read = readPasted(given, undefined);
    expect(read).toMatchObject({ ok: false });
    if (!read.ok) expect(read.why.it).not.toBe('');
  });

  it('is refused unread beyond a megabyte', () => {
    expect(readPasted(' '.repeat(1_000_001), undefined)).toMatchObject({
      why: { en: expect.stringContaining('1 MB') },
    });
  });

  it('is refused by the command where the document in it is broken', () => {
    const read = readPasted('{"kind":"percorso/steps","steps":["a"],"document":{}}', undefined);
    if (!read.ok) throw new Error(read.why.en);
    expect(runSteps(document, [{ name: 'paste-fragment', parameters: read.parameters }]).ok).toBe(
      false,
    );
  });
});

describe('a new step', () => {
  const size = { width: 200, height: 72 };

  it('goes into the group under the point', () => {
    const lab = absoluteBoxes(steps).get('orientation') as Box;
    expect(placeFor(steps, { x: lab.x + 60, y: lab.y + 60 }, size).into).toBe('orientation');
  });

  it('lies on nothing that is there', () => {
    const { x, y } = node('interviewed');
    const { into, at } = placeFor(steps, { x: x + 100, y: y + 36 }, size);
    expect(into).toBeUndefined();
    const hits = steps.filter(
      (step) =>
        step.parent === undefined &&
        at.x < step.x + step.width &&
        step.x < at.x + size.width &&
        at.y < step.y + step.height &&
        step.y < at.y + size.height,
    );
    expect(hits).toEqual([]);
  });

  it('without a place gets one with the same edit', () => {
    const parameters = { step: 'call', label: { it: 'Telefonata', en: 'Call' }, after: 'outreach' };
    const commands = withRoom(document, [{ name: 'add-step', parameters }]);
    expect(after(commands).steps.call?.at).toBeDefined();
  });
});

describe('searching', () => {
  const words = { it: 'Colloquio specialistico', en: 'Specialist interview' };

  it('finds a name in both languages, whatever the accents and capitals', () => {
    expect(fuzzyScore('COLLOQUÍO', words)).toBeDefined();
    expect(fuzzyScore('interview', words)).toBeDefined();
  });

  it('puts the beginnings of words before what stands inside of them', () => {
    expect(fuzzyScore('spec', words)).toBeGreaterThan(fuzzyScore('pec', words) ?? 0);
  });

  it('allows letters to be left out, not to be strewn about', () => {
    expect(fuzzyScore('collspec', words)).toBeDefined();
    expect(fuzzyScore('cqoi', words)).toBeUndefined();
  });
});

describe('the drawing', () => {
  it('is read from left to right, each group before what is inside it', () => {
    const order = inReadingOrder(steps).map(({ key }) => key);
    expect(order).toHaveLength(steps.length);
    expect(order[0]).toBe('pre-registered');
    for (const { key, parent } of steps) {
      if (parent) expect(order.indexOf(parent)).toBeLessThan(order.indexOf(key));
    }
  });

  it('keeps the objects that say the same', () => {
    const one = { id: 'a', data: { list: [1, { two: 2 }] } };
    const former = new Map([['a', one]]);
    expect(keptSame(former, [structuredClone(one)])[0]).toBe(one);
    const other = { id: 'a', data: { list: [1, { two: 3 }] } };
    expect(keptSame(former, [other])[0]).toBe(other);
  });

  it('is shown whole where it can be read so, else from its beginning', () => {
    const box = { x: 0, y: 0, width: 200, height: 72 };
    const size = { width: 1000, height: 600 };
    expect(startView(size, [box], box)).toEqual({ x: 400, y: 264, zoom: 1 });
    const far = { x: 9000, y: 0, width: 200, height: 72 };
    expect(startView(size, [box, far], box)).toEqual({ x: 250, y: 273, zoom: 0.75 });
    expect(startView({ width: 0, height: 0 }, [box], box).zoom).toBe(1);
  });

  it('acts on a group and not again on what is inside it', () => {
    const chosen = new Set(['convened', 'confirmed', 'outreach']);
    expect(topsOf(steps, chosen).map(({ key }) => key)).toEqual(['convened', 'outreach']);
  });
});
