/** What leaves the designer as a picture or on paper, and the layout made anew in its worker. */
import { readFile } from 'node:fs/promises';
import type { PathwayDocument } from '@percorso/engine';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useStory } from './story-page.ts';

const story = useStory();
const WIDE = { name: 'on a wide screen', width: 1600, height: 900 };
/** The first bytes of a PNG file. */
const PNG_SIGNATURE = '89504e470d0a1a0a';

async function open(pathway: string): Promise<Page> {
  const page = await story.open(pathway, WIDE);
  await page.locator('.react-flow__node').first().waitFor();
  return page;
}

async function fromMenu(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Importa ed esporta' }).click();
  await page.getByRole('menuitem', { name }).click();
}

async function saved(page: Page, name: RegExp): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), fromMenu(page, name)]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

test('a pathway is saved as a picture, in lines and in pixels', async () => {
  const page = await open('mig-work-groups');
  const svg = await saved(page, /SVG/);
  expect(svg.name).toBe('mig-work-groups.svg');
  const [, width] = /<svg[^>]* width="(\d+)"/.exec(svg.content.toString())!;
  const png = await saved(page, /PNG/);
  expect(png.name).toBe('mig-work-groups.png');
  expect(png.content.subarray(0, 8).toString('hex')).toBe(PNG_SIGNATURE);
  // Its header says how wide it is: twice as many pixels as the drawing.
  expect(png.content.readUInt32BE(16)).toBe(2 * Number(width));
});

test('what is printed is the pathway and nothing else, and goes again afterwards', async () => {
  const page = await open('mig-work-groups');
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await fromMenu(page, /Stampa/);
  await page.locator('body[data-printed]').waitFor();
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.pathway-print');
  await expect.poll(() => sheet.locator('svg [data-step]').count()).toBe(10);
  await expect.poll(() => sheet.getByRole('heading', { name: 'I passi' }).isVisible()).toBe(true);
  await expect
    .poll(() => page.getByRole('button', { name: 'Importa ed esporta' }).isVisible())
    .toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await expect.poll(() => sheet.isVisible()).toBe(false);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await sheet.waitFor({ state: 'detached' });
});

test('the steps are laid out anew by the worker, as one edit', async () => {
  const page = await open('mig-work-groups');
  await page.getByRole('button', { name: 'Disponi' }).click();
  await page.getByRole('menuitem', { name: /da capo/ }).click();
  const { steps } = await drawn(page, true);
  expect(steps['date-confirmed']?.at?.x).toBe(steps['awaiting-confirmation']?.at?.x);
  await page.getByRole('button', { name: /^Annulla: / }).click();
  const undone = await drawn(page, false);
  expect(undone.steps['date-confirmed']?.at).toEqual({ x: 320, y: 56 });
});

/** The document after the edit: with the two steps of the group one below the other, or not. */
async function drawn(page: Page, isBelow: boolean): Promise<PathwayDocument> {
  const handle = await page.waitForFunction((wanted) => {
    const { drawn: document } = globalThis as unknown as { drawn?: PathwayDocument };
    const [first, second] = ['awaiting-confirmation', 'date-confirmed'].map(
      (key) => document?.steps[key]?.at,
    );
    return first && second && (first.x === second.x) === wanted ? document : undefined;
  }, isBelow);
  return (await handle.jsonValue())!;
}
