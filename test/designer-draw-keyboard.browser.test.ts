/** A whole pathway drawn from nothing by the keys of a keyboard. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { drawnOn } from './drawing/book.ts';
import { drawPathway } from './drawing/draw-pathway.ts';
import { radio } from './drawing/hand.ts';
import { keyboardHand } from './drawing/keyboard.ts';
import { expectSame, expectUndoAndRedo } from './drawing/proofs.ts';
import { smallPathway } from './drawing/small-pathway.ts';
import { BY_OUTLINE } from './drawing/ways-to-draw.ts';
import { storyDocument } from './story/documents.ts';
import { useStory } from './story-page.ts';

const story = useStory();

/** Three minutes on a quiet machine; others share the one that tests run on. */
const WAIT_MS = 30 * 60_000;

async function openList(): Promise<Page> {
  const page = await story.open('empty');
  await page.evaluate(() => {
    const touched = (event: Event) => {
      if (event.isTrusted) Object.assign(globalThis, { touched: true });
    };
    document.addEventListener('pointerdown', touched, true);
  });
  await keyboardHand(page).tick(radio('Elenco'));
  return page;
}

const wasTouched = (page: Page) => page.evaluate(() => 'touched' in globalThis);

for (const [name, target] of [
  ['a small pathway', smallPathway()],
  ['the pathway of young people who neither study nor work', storyDocument('mig-work-neet')],
] as const) {
  test(`${name} is drawn by keys alone, undone and done again`, { timeout: WAIT_MS }, async () => {
    const page = await openList();
    await drawPathway(keyboardHand(page), target, BY_OUTLINE);
    expect(await wasTouched(page)).toBe(false);
    expectSame(await drawnOn(page), target);
    await expectUndoAndRedo(page);
  });
}
