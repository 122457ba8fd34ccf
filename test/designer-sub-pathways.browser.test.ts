/** Taking another pathway in, and giving a group away as a pathway of its own. */
import { type PathwayDocument, parseDocument } from '@percorso/engine';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsByAxe, gone, SIZES, seen } from './screens.ts';
import { useStory } from './story-page.ts';

const story = useStory();

const told = (page: Page, name: 'drawn' | 'begun') =>
  page.evaluate((key) => (globalThis as unknown as Record<string, unknown>)[key], name);

/** Opens an entry of the menu of steps from the list. */
async function choose(page: Page, step: RegExp, entry: RegExp): Promise<void> {
  const line = page.getByRole('treeitem', { name: step }).first();
  // On a phone a click glides to the step's panel, away from the menu; the first line has the keys.
  if (page.viewportSize()?.width !== SIZES[0]!.width) await line.click();
  await line.press('m');
  // An opening menu takes the focus: a key pressed before would go to another entry.
  await seen(page.locator('[role="menu"]:focus-within'));
  await page.getByRole('menuitem', { name: entry }).press('Enter');
  await seen(page.getByRole('dialog'));
}

async function openList(pathway: string, size = SIZES[1]!): Promise<Page> {
  const page = await story.open(pathway, size);
  await page.getByText('Elenco', { exact: true }).click();
  return page;
}

test.each(SIZES)('the steps of another pathway come into a step $name', async (size) => {
  const page = await openList('mig-work-groups', size);
  await choose(page, /^Richiesto/, /Inserisci i passi di un sotto-percorso/);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Quale percorso?' }).click();
  await page.getByRole('option', { name: 'Tirocinio' }).click();
  await seen(dialog.getByText(/Arrivano qui: «Ricerca dell’ente ospitante»/));
  expect(await faultsByAxe(page, '[role="dialog"]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Fatto' }).press('Enter');
  await gone(dialog);
  const drawn = parseDocument(await told(page, 'drawn'));
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.problems));
  expect(drawn.document.steps).toHaveProperty('host-search');
  await page.getByRole('treeitem', { name: /^Richiesto/ }).press('ArrowRight');
  await seen(page.getByRole('treeitem', { name: /^Ricerca dell’ente ospitante/ }));
  await page.getByRole('button', { name: /^Annulla: Inserisci i passi/ }).press('Enter');
  await gone(page.getByRole('treeitem', { name: /^Ricerca dell’ente ospitante/ }));
});

test('a sub-pathway whose answer decides what follows is not taken in, and it is said why', async () => {
  const page = await openList('mig-work-neet');
  await choose(page, /^Tirocinio in corso/, /Inserisci i passi di un sotto-percorso/);
  const dialog = page.getByRole('dialog');
  await seen(dialog.getByText(/Il seguito dipende dalla risposta di «/));
  const confirm = dialog.getByRole('button', { name: 'Fatto' });
  await expect.poll(() => confirm.getAttribute('aria-disabled')).toBe('true');
});

test('a group that becomes a pathway begins as a draft, under an id of its own', async () => {
  const page = await openList('empty');
  await choose(page, /^Inizio/, /Raggruppa/);
  await page.getByRole('dialog').getByLabel('Nome').fill('Accoglienza');
  await page.keyboard.press('Enter');
  await gone(page.getByRole('dialog'));
  await choose(page, /^Accoglienza/, /Ricava un sotto-percorso/);
  const dialog = page.getByRole('dialog');
  await seen(dialog.getByText(/di cui nasce una bozza/));
  await dialog.getByLabel('Nome del nuovo percorso').fill('Internship');
  await dialog.getByRole('button', { name: 'Fatto' }).press('Enter');
  await gone(dialog);
  const begun = (await told(page, 'begun')) as PathwayDocument;
  expect(begun).toMatchObject({ id: 'internship-2', title: { it: 'Internship' } });
});
