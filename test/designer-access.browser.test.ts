/** Every room of the designer in English: nothing for axe to find, nothing that scrolls sideways. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsByAxe, SIZES, type Size, seen } from './screens.ts';
import { useStory } from './story-page.ts';

const story = useStory();

/** As a reader's own setting would: every length in the style sheets follows the root's. */
function doubleText(): void {
  document.documentElement.style.fontSize = '200%';
}

const spill = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth} > ${clientWidth}`] : [];
  });

/** Where all that a room shows lies: what stands around it is looked at once with each view. */
const PANEL = '[role=tabpanel]';

async function faults(page: Page, room: string, within?: string): Promise<string[]> {
  const found = [...(await faultsByAxe(page, within)), ...(await spill(page))];
  return found.map((fault) => `${room}: ${fault}`);
}

const openRoom = (page: Page, name: RegExp) => page.getByRole('tab', { name }).press('Enter');

async function elementRoom(page: Page): Promise<string[]> {
  const found = await faults(page, 'nothing chosen');
  await page.getByText('List', { exact: true }).click();
  await page.getByRole('treeitem', { name: /^Invited/ }).press('Enter');
  await seen(page.getByRole('heading', { name: 'Invited' }));
  found.push(...(await faults(page, 'a step')));
  const panel = page.getByRole('tabpanel');
  await panel.getByRole('list').getByRole('button').first().press('Enter');
  return [...found, ...(await faults(page, 'what hangs on a step', PANEL))];
}

async function pathwayRoom(page: Page): Promise<string[]> {
  await openRoom(page, /^Pathway/);
  const found: string[] = [];
  const sections = page.getByRole('tabpanel').locator('h2 button[aria-expanded]');
  await seen(sections);
  const names = await sections.allTextContents();
  for (const [index, name] of names.entries()) {
    const isOpen = (await sections.nth(index).getAttribute('aria-expanded')) === 'true';
    if (!isOpen) await sections.nth(index).press('Enter');
    found.push(...(await faults(page, name, PANEL)));
    await sections.nth(index).press('Enter');
  }
  expect(names.length).toBeGreaterThan(5);
  return found;
}

async function otherRooms(page: Page): Promise<string[]> {
  await openRoom(page, /^Problems/);
  await seen(page.getByRole('heading', { name: 'Problems of the draft' }));
  const found = await faults(page, 'problems', PANEL);
  await openRoom(page, /^Changes/);
  found.push(...(await faults(page, 'changes', PANEL)));
  await openRoom(page, /^Try it/);
  found.push(...(await faults(page, 'who walks', PANEL)));
  await page.getByRole('button', { name: /^Nadia/ }).press('Enter');
  await page.getByRole('button', { name: 'Forward', exact: true }).press('Enter');
  return [...found, ...(await faults(page, 'a walk', PANEL))];
}

const NARROW: Size = {
  name: 'at 320 pixels with the text twice as large',
  width: 320,
  height: 640,
};

test.each([...SIZES, NARROW])('rooms in English $name', async (size) => {
  const page = await story.open('mig-work-neet', size, 'en');
  await seen(page.getByRole('tab'));
  if (size === NARROW) await page.evaluate(doubleText);
  const found = [
    ...(await elementRoom(page)),
    ...(await pathwayRoom(page)),
    ...(await otherRooms(page)),
  ];
  expect(found).toEqual([]);
});
