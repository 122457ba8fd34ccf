import type { Way } from './draw-pathway.ts';
import { goToLine } from './outline-lines.ts';
import { drawStepsByCanvas, goToStep } from './steps-by-canvas.ts';
import { drawStepsByOutline } from './steps-by-outline.ts';

/** In the list, by its keys. */
export const BY_OUTLINE: Way = {
  drawSteps: drawStepsByOutline,
  goTo: async (hand, path) => {
    await goToLine(hand.page, path);
    await hand.page.keyboard.press('Enter');
  },
};

/** On the drawing, by the mouse. */
export const BY_CANVAS: Way = {
  drawSteps: drawStepsByCanvas,
  goTo: (hand, path) => goToStep(hand, path.at(-1)!),
};
