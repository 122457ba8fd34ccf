import type { Page } from 'playwright-core';

/** A place of the drawing, from its upper left corner, with nothing around it. */
export async function freePlace(page: Page): Promise<{ x: number; y: number }> {
  return page.evaluate(() => {
    const pane = document.querySelector('.react-flow')!.getBoundingClientRect();
    const taken = [
      ...document.querySelectorAll('.react-flow__node, .react-flow__panel, .canvas-search'),
    ].map((one) => one.getBoundingClientRect());
    for (let y = pane.bottom - 40; y > pane.top + 90; y -= 20) {
      for (let x = pane.left + 200; x < pane.right - 150; x += 20) {
        const isFree = taken.every(
          (box) =>
            x < box.left - 30 || x > box.right + 30 || y < box.top - 30 || y > box.bottom + 30,
        );
        if (isFree) return { x: x - pane.left, y: y - pane.top };
      }
    }
    throw new Error('The drawing is full');
  });
}
