/** Draws the steps on the drawing: parts dragged from the palette, and the panel for what is inside. */
import type { MachineNode, PathwayDocument } from '@percorso/engine';
import { WORDS as CANVAS } from '../../designer/src/canvas/words.ts';
import { OUTCOME_WORDS } from '../../designer/src/outcome-words.ts';
import { ELEMENT } from '../../designer/src/panels/element/words.ts';
import { WORDS } from '../../designer/src/panels/words.ts';
import { freePlace } from './free-place.ts';
import { button, type Hand, list, select } from './hand.ts';
import { writeWords } from './words-field.ts';

const PANEL = 'aside';

interface Canvas {
  readonly hand: Hand;
  readonly target: PathwayDocument;
}

/** Draws every step of the target into a pathway that has only its first. */
export async function drawStepsByCanvas(hand: Hand, target: PathwayDocument): Promise<void> {
  const { [target.machine.initial!]: first, ...others } = target.machine.states ?? {};
  const canvas = { hand, target };
  await goToStep(hand, 'Inizio');
  await call(canvas, target.machine.initial!);
  for (const [key, node] of Object.entries(others)) await dropPart(canvas, key, node);
  if (first) await fill(canvas, target.machine.initial!, first);
  for (const [key, node] of Object.entries(others)) await fill(canvas, key, node);
}

/** Finds a step by its name, wherever it is: it is chosen, and its panel opens. */
export async function goToStep(hand: Hand, label: string): Promise<void> {
  const isOpen = (await hand.page.locator('search.canvas-search').count()) > 0;
  if (!isOpen) await hand.press(button(CANVAS.search.it, '.canvas-controls'));
  await hand.choose(list(CANVAS.search.it, '.canvas-search'), label);
  await hand.page.waitForFunction((wanted) => {
    const title = document.querySelector('aside h2');
    return title?.textContent === wanted;
  }, label);
}

/** What the step is called, whose panel is open. */
async function call({ hand, target }: Canvas, key: string): Promise<void> {
  await writeWords(hand, WORDS.name, target.steps[key]!.label, { within: PANEL });
}

/** Drags a part to where there is nothing yet, and names it there. */
async function dropPart({ hand, target }: Canvas, key: string, node: MachineNode): Promise<void> {
  const { page } = hand;
  await hand.press(button(CANVAS.showAll.it, '.canvas-controls'));
  const part = node.type === 'final' ? 'final' : node.type === 'parallel' ? 'regions' : 'step';
  const shown = CANVAS.parts[part === 'step' && node.states ? 'group' : part].label.it;
  const from = page.locator('.canvas-palette-part', { hasText: shown }).first();
  const pane = page.locator('.react-flow');
  const { x, y } = await freePlace(page);
  await from.dragTo(pane, { targetPosition: { x, y }, force: true });
  await page.locator('.canvas-step-field').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(target.steps[key]!.label.it);
  await page.keyboard.press('Enter');
  const { outcome } = target.steps[key]!;
  if (outcome) await hand.pick(select(ELEMENT.outcome.it, PANEL), OUTCOME_WORDS[outcome].it);
}

/** What is inside a step that is there. */
async function fill(canvas: Canvas, key: string, node: MachineNode): Promise<void> {
  if (!node.states) return;
  if (node.type === 'parallel') return fillRegions(canvas, key, node);
  const { hand, target } = canvas;
  const label = target.steps[key]!.label.it;
  const { [node.initial!]: first, ...others } = node.states;
  if (await isThere(hand, FIRST)) await goToStep(hand, FIRST);
  else await inPanelOf(hand, label, ELEMENT.addInside.it);
  await call(canvas, node.initial!);
  for (const [other, child] of Object.entries(others)) {
    const isReturn = child.type === 'history';
    await inPanelOf(hand, label, isReturn ? ELEMENT.addReturn.it : ELEMENT.addInside.it);
    await call(canvas, other);
  }
  if (first) await fill(canvas, node.initial!, first);
  for (const [other, child] of Object.entries(others)) await fill(canvas, other, child);
}

const FIRST = CANVAS.newParts.first.it;

/** Two branches are proposed; the panel has a button for more, each with a step in it. */
async function fillRegions(canvas: Canvas, key: string, node: MachineNode): Promise<void> {
  const { hand, target } = canvas;
  const regions = Object.entries(node.states ?? {});
  for (const [index, [region, child]] of regions.entries()) {
    if (index > 1) await inPanelOf(hand, target.steps[key]!.label.it, ELEMENT.addBranch.it);
    else await goToStep(hand, `${CANVAS.newParts.region.it} ${index + 1}`);
    await call(canvas, region);
    if (index > 1 && child.initial !== undefined) {
      await goToStep(hand, ELEMENT.newStep.it);
      await call(canvas, child.initial);
      await fillRest(canvas, region, child);
    } else await fill(canvas, region, child);
  }
}

/** What is inside a branch whose first step is there. */
async function fillRest(canvas: Canvas, region: string, node: MachineNode): Promise<void> {
  const { [node.initial!]: first, ...others } = node.states ?? {};
  for (const [other, child] of Object.entries(others)) {
    await inPanelOf(canvas.hand, canvas.target.steps[region]!.label.it, ELEMENT.addInside.it);
    await call(canvas, other);
    await fill(canvas, other, child);
  }
  if (first) await fill(canvas, node.initial!, first);
}

async function inPanelOf(hand: Hand, label: string, what: string): Promise<void> {
  await goToStep(hand, label);
  await hand.press(button(what, PANEL));
}

/** Whether a step of that name is drawn. */
async function isThere({ page }: Hand, label: string): Promise<boolean> {
  return (await page.locator('.canvas-step-name', { hasText: label }).count()) > 0;
}
