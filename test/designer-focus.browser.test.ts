/** Where the keys go on from when what they were at is gone: never from the page's beginning. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { seen } from './screens.ts';
import { useStory } from './story-page.ts';

const story = useStory();

/** By keys alone, as whoever has no mouse would. */
async function press(target: Locator, key = 'Enter'): Promise<void> {
  await target.first().focus();
  await target.page().keyboard.press(key);
}

const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name });
const openRoom = (page: Page, name: RegExp) => press(page.getByRole('tab', { name }));
/** Waits until it has the focus, which dialogs give back a little later. */
const isAt = (target: Locator) =>
  expect.poll(() => target.first().evaluate((one) => one === document.activeElement)).toBe(true);
/** Keys reach a dialog once it has taken the focus, a little after it is seen. */
async function leaveDialog(page: Page): Promise<void> {
  await seen(page.getByRole('dialog').locator(':focus'));
  await page.keyboard.press('Escape');
}
const announced = (page: Page) => page.getByRole('status').last().textContent();

async function openSection(page: Page, name: RegExp): Promise<Locator> {
  await openRoom(page, /Percorso/);
  const panel = page.getByRole('tabpanel');
  await press(button(panel, name));
  return panel;
}

/** A group that can be left by nobody any more: an error, and a persona who is stuck. */
async function openBroken(): Promise<Page> {
  const page = await story.open('mig-work-groups');
  await page.getByText('Elenco', { exact: true }).click();
  await page.getByRole('treeitem', { name: /^Richiesto/ }).click();
  await page.keyboard.press('ArrowRight');
  await press(page.getByRole('treeitem', { name: /Azione: Il gruppo rinuncia/ }), 'Delete');
  await openRoom(page, /Problemi/);
  await seen(page.getByText('Al passo «Richiesto» si può restare bloccati'));
  return page;
}

describe('the focus goes on', () => {
  test('from a correction to the next problem, and stays when that is gone too', async () => {
    const page = await openBroken();
    await press(button(page, /^Correggi:/));
    await expect.poll(() => announced(page)).toMatch(/^Corretto:/);
    await isAt(page.getByRole('listitem').filter({ hasText: 'Gli amici del parco' }));
    await seen(page.getByText(/il percorso si può pubblicare/));
    await isAt(page.getByRole('heading', { name: 'Suggerimenti' }));
  });

  test('from a problem to its walk, and from the walk to the choice of who walks', async () => {
    const page = await openBroken();
    await press(button(page, 'Guardala passo per passo'));
    await isAt(page.getByRole('heading', { name: 'Per esempio' }));
    await expect.poll(() => announced(page)).toBe('Si trova in: Richiesto');
    await press(button(page, 'Scegli un altro'));
    await isAt(page.getByRole('heading', { name: 'Chi percorre la bozza?' }));
    await press(button(page, /Amici del parco/i));
    await isAt(page.getByRole('heading', { name: 'Gli amici del parco' }));
    await press(button(page, 'Avanti'));
    await isAt(button(page, 'Avanti'));
  });

  test.each([
    ['Fasi', 'Aggiungi una fase', 'Togli la fase'],
    ['Azioni', 'Aggiungi un’azione', 'Togli l’azione'],
    ['Messaggi', 'Aggiungi un messaggio', 'Togli il messaggio'],
  ])('from what was removed among %s to what stands in its place', async (name, add, remove) => {
    const page = await story.open('mig-work-neet');
    const panel = await openSection(page, new RegExp(`^${name}`));
    await press(button(panel, add));
    await page.keyboard.press('Escape');
    await isAt(button(panel, add));
    await press(button(panel, add));
    await page.keyboard.type('Prova nuova');
    await page.keyboard.press('Enter');
    await seen(button(panel, /^Prova nuova/));
    await press(button(panel, remove));
    await expect.poll(() => announced(page)).toMatch(/^Fatto: /);
    const rows = panel.getByRole('listitem').locator('button[aria-expanded]');
    await isAt(rows.and(page.locator(':focus')));
  });

  test('from the dialog of a form or a condition to what opened it', async () => {
    const page = await story.open('mig-work-neet');
    const forms = await openSection(page, /^Moduli/);
    await press(button(forms, 'Nuovo modulo'));
    await leaveDialog(page);
    await isAt(button(forms, 'Nuovo modulo'));
    const rules = await openSection(page, /^Condizioni/);
    await press(button(rules, 'Nuova condizione'));
    await leaveDialog(page);
    await isAt(button(rules, 'Nuova condizione'));
  });

  test('from a step that was undone to the panel that took its place', async () => {
    const page = await story.open('mig-work-groups');
    await press(page.locator('.react-flow__node[data-id="planning"]'));
    await press(button(page, 'Duplica'));
    await isAt(page.getByRole('heading', { name: 'Data da concordare' }));
    await page.keyboard.press('Control+z');
    await isAt(page.getByRole('heading', { name: 'Scegli che cosa modificare' }));
  });
});
