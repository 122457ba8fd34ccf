/** Where youths left the pathway, on the designer alone. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsByAxe, gone, SIZES, type Size, seen } from './screens.ts';
import { useStory } from './story-page.ts';

const story = useStory();
const NARROW: Size = { name: 'on a narrow phone', width: 320, height: 640 };

async function openList(size?: Size): Promise<Page> {
  const page = await story.open('mig-work-neet&deviations=some', size);
  await page.getByRole('button', { name: /^Dove si è usciti dal percorso/ }).click();
  await seen(listOf(page));
  return page;
}

const listOf = (page: Page) => page.getByRole('list', { name: 'Passi da cui si è usciti' });
const step = (page: Page, name: RegExp) => page.getByRole('group', { name });

test('steps are marked, listed by how often, and chosen from the list by keys', async () => {
  const page = await openList();
  const rows = await listOf(page).getByRole('listitem').allTextContents();
  for (const [at, begins] of [
    /^Colloquio svolto8/,
    /^Motivazione4/,
    /^Seconda chiamata1/,
  ].entries()) {
    expect(rows[at]).toMatch(begins);
  }
  expect(rows[0]).toContain('Salti: 6 · Compiti aggiunti: 2');
  expect(rows[1]).toContain('Solo nelle versioni precedenti (versione 1)');
  expect(rows[2]).toContain('Non c’è più in questa bozza (versione 1)');
  await seen(step(page, /^Colloquio svolto.*8 volte fuori dal percorso/));
  await listOf(page).getByRole('button', { name: 'Motivazione' }).press('Enter');
  await seen(step(page, /^Motivazione.*4 volte fuori dal percorso/));
  await seen(listOf(page));
  await expect
    .poll(() => page.locator('.canvas-step[data-selected]').textContent())
    .toContain('Motivazione');
});

test('the marks are hidden and shown again, on the drawing and in the list', async () => {
  const page = await openList();
  await page.getByRole('button', { name: 'Nascondi dove si è usciti dal percorso' }).click();
  await gone(step(page, /volte fuori dal percorso/));
  await expect.poll(() => page.getByRole('switch').isChecked()).toBe(false);
  await page.getByText('Elenco', { exact: true }).click();
  const line = page.getByRole('treeitem', { name: /^Colloquio svolto/ });
  await expect.poll(() => line.textContent()).not.toContain('fuori dal percorso');
  await page.getByRole('switch').press('Space');
  await seen(line.getByText('8 volte fuori dal percorso'));
});

test('nothing of it is there where nobody left', async () => {
  const page = await story.open('mig-work-neet');
  await seen(page.getByRole('button', { name: /^Fasi/ }));
  await expect.poll(() => page.getByText('Dove si è usciti dal percorso').count()).toBe(0);
  await expect.poll(() => page.getByRole('button', { name: /dove si è usciti/ }).count()).toBe(0);
});

test('where it can’t be known that is said, and the rest goes on', async () => {
  const page = await story.open('mig-work-neet&deviations=unavailable');
  await page.getByRole('button', { name: /^Dove si è usciti dal percorso/ }).click();
  await seen(page.getByText('Ora non si può sapere', { exact: false }));
  await expect.poll(() => page.getByRole('switch').count()).toBe(0);
});

test.each([...SIZES, NARROW])('has nothing that axe complains about $name', async (size) => {
  const page = await openList(size);
  expect(await faultsByAxe(page)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(size.width);
});
