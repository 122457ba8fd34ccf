/** One page with one diagram in a real browser: opened, panned, edited, and timed from inside. */
import type { launchBrowser } from '../test/browser.ts';
import { watch } from './designer-page/watch.ts';

export type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;

export type Editor = 'editor' | 'bpmn-js';

interface Diagram {
  readonly steps: number;
  readonly arrows: number;
}

/** How each shows that it is there, and where it can be dragged. */
const MARKS: Readonly<Record<Editor, { shapes: string; arrows: string; ground: string }>> = {
  editor: {
    shapes: '.react-flow__node',
    arrows: '.react-flow__edge-path',
    ground: '.react-flow__pane',
  },
  'bpmn-js': { shapes: '.djs-shape', arrows: '.djs-connection', ground: 'svg' },
};

const VIEWPORT = { width: 1440, height: 900 };
const PAN_MS = 2500;
const PAN_STEP_PX = 6;

export interface Visit {
  readonly editor: Editor;
  readonly page: Page;
  /** From the navigation until all steps and arrows were painted. */
  readonly openedMs: number;
  readonly close: () => Promise<void>;
}

/** Opens a page with nothing stored. */
export async function visit(
  browser: Browser,
  origin: string,
  editor: Editor,
  { steps, arrows }: Diagram,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  const marks = MARKS[editor];
  await page.addInitScript(watch, { ...marks, shapeCount: steps, arrowCount: arrows });
  await page.goto(`${origin}/?with=${editor}&steps=${steps}`);
  const openedMs = await page.evaluate(() => window.opened);
  if (faults.length > 0) throw new Error(`${editor}: ${faults.join('; ')}`);
  return { editor, page, openedMs, close: () => context.close() };
}

/** Frames a second while the whole diagram is dragged to and fro, after everything is at rest. */
export async function panRate({ page, editor }: Visit): Promise<number> {
  if (editor === 'editor') await page.getByRole('button', { name: 'Mostra tutto' }).click();
  await page.evaluate(() => window.atRest());
  const { x, y } = await groundPoint(page, MARKS[editor].ground);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => window.countFrames());
  const end = Date.now() + PAN_MS;
  for (let step = 0; Date.now() < end; step += 1) {
    const away = Math.abs((step % 40) - 20) * PAN_STEP_PX;
    await page.mouse.move(x - away, y - away / 2);
  }
  const rate = await page.evaluate(() => window.frameRate());
  await page.mouse.up();
  return rate;
}

/** A point where nothing stands, as far right and down as there is one. */
async function groundPoint(page: Page, ground: string): Promise<{ x: number; y: number }> {
  const point = await page.evaluate((selector) => {
    for (let y = window.innerHeight - 20; y > 150; y -= 15) {
      for (let x = window.innerWidth - 30; x > 150; x -= 15) {
        if (document.elementFromPoint(x, y)?.matches(selector)) return { x, y };
      }
    }
    return undefined;
  }, ground);
  if (!point) throw new Error('no free point to drag the diagram by');
  return point;
}

/** Removes steps by key, one after the other, and takes each back: milliseconds to the paint. */
export async function editTimes(visited: Visit, steps: readonly string[]) {
  const { page, editor } = visited;
  await page.evaluate(() => window.atRest());
  await page.evaluate(() => window.keyToPaintMs.splice(0));
  for (const step of steps) {
    const shape = await selectorOf(editor, step);
    await page.locator(shape).first().click({ force: true });
    await page.keyboard.press('Delete');
    // Looking for the shape goes through the whole page: not while the edit is being timed.
    await page.evaluate(() => window.painted());
    await page.locator(shape).first().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.evaluate(() => window.painted());
    await page.locator(shape).first().waitFor({ state: 'attached' });
    await page.evaluate(() => window.atRest());
  }
  return page.evaluate(() => window.keyToPaintMs);
}

async function selectorOf(editor: Editor, step: string): Promise<string> {
  return editor === 'editor'
    ? `.react-flow__node[data-id="${step}"]`
    : `[data-element-id="${step}"]`;
}
