/** A whole pathway drawn from nothing by mouse. */
import { expect, test } from 'vitest';
import { drawnOn } from './drawing/book.ts';
import { dragArrow } from './drawing/drag-arrow.ts';
import { drawPathway, type Way } from './drawing/draw-pathway.ts';
import { mouseHand } from './drawing/mouse.ts';
import { expectSame, expectUndoAndRedo } from './drawing/proofs.ts';
import { smallPathway } from './drawing/small-pathway.ts';
import { BY_CANVAS } from './drawing/ways-to-draw.ts';
import { storyDocument } from './story/documents.ts';
import { useStory } from './story-page.ts';

const story = useStory();

/** Three minutes on a quiet machine; others share the one that tests run on. */
const WAIT_MS = 30 * 60_000;
const WIDE = { name: 'on a wide screen', width: 1920, height: 1000 };

// In a large pathway most arrows lead to where one doesn't see: those are drawn from the panel.
for (const [name, target, draggedMin] of [
  ['a small pathway', smallPathway(), 2],
  ['the pathway of young people who neither study nor work', storyDocument('mig-work-neet'), 0],
] as const) {
  test(`${name} is drawn by mouse, undone and done again`, { timeout: WAIT_MS }, async () => {
    const page = await story.open('empty', WIDE);
    const dragged: string[] = [];
    const drag: Way['drag'] = async (hand, from, to) => {
      const isDrawn = await dragArrow(hand, from, to);
      if (isDrawn) dragged.push(`${from} ${to}`);
      return isDrawn;
    };
    await drawPathway(mouseHand(page), target, { ...BY_CANVAS, drag });
    expect(dragged.length).toBeGreaterThanOrEqual(draggedMin);
    expectSame(await drawnOn(page), target);
    await expectUndoAndRedo(page);
  });
}
