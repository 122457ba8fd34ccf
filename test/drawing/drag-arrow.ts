/** Draws an arrow with the mouse, from a step's border to another step. */
import type { Page } from 'playwright-core';
import { WORDS as CANVAS } from '../../designer/src/canvas/words.ts';
import { button, type Hand } from './hand.ts';

/** Steps smaller than this on the screen can't be aimed at. */
const WIDTH_MIN_PX = 110;

/** Drags from one step to the other; false where they can't both be seen well enough to. */
export async function dragArrow(hand: Hand, from: string, to: string): Promise<boolean> {
  const { page } = hand;
  if (from === to) return false;
  const seen = (await bothOf(page, from, to)) ?? (await bothOfAll(hand, from, to));
  if (!seen) return false;
  const { start, end } = seen;
  await page.mouse.move(start.x, start.y);
  const step = page.locator(`.react-flow__node[data-id="${from}"]`);
  const dot = await step.locator('.react-flow__handle[data-handlepos="bottom"]').boundingBox();
  if (!dot) return false;
  await page.mouse.move(dot.x + dot.width / 2, dot.y + dot.height / 2);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
  return true;
}

async function bothOfAll(hand: Hand, from: string, to: string) {
  await hand.press(button(CANVAS.showAll.it, '.canvas-controls'));
  return bothOf(hand.page, from, to);
}

async function bothOf(page: Page, from: string, to: string) {
  // What shows itself under the mouse would lie over the steps.
  await page.mouse.move(0, 0);
  const [start, end] = [await middleOf(page, from), await middleOf(page, to)];
  return start && end && { start, end };
}

/** In the window; undefined where something else lies there, or the step is drawn too small. */
function middleOf(page: Page, step: string): Promise<{ x: number; y: number } | undefined> {
  return page.evaluate(
    ({ key, widthMin }) => {
      const node = document.querySelector(`.react-flow__node[data-id="${key}"]`);
      const box = node?.getBoundingClientRect();
      if (!box || box.width < widthMin) return undefined;
      const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const there = document.elementFromPoint(middle.x, middle.y);
      return there?.closest('.react-flow__node') === node ? middle : undefined;
    },
    { key: step, widthMin: WIDTH_MIN_PX },
  );
}
