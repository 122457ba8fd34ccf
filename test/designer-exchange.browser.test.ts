/** Files and texts that come into the designer and go out of it, whatever they are. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { gone, seen } from './screens.ts';
import { useStory } from './story-page.ts';

const story = useStory();
const WIDE = { name: 'on a wide screen', width: 1600, height: 900 };

const menu = (page: Page) => page.getByRole('button', { name: 'Importa ed esporta' });

async function choose(page: Page, item: string | RegExp): Promise<void> {
  await menu(page).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function importing(page: Page) {
  await choose(page, /^Da un file o da un testo/);
  const dialog = page.getByRole('dialog', { name: 'Importa un percorso' });
  await seen(dialog);
  return dialog;
}

const hasFocus = (page: Page) =>
  expect.poll(() => menu(page).evaluate((button) => button === document.activeElement));

test('five megabytes are pasted at once, and refused with the reason', async () => {
  const page = await story.open('mig-work-groups', WIDE);
  const dialog = await importing(page);
  const field = dialog.getByRole('textbox');
  const isLeft = await field.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'x'.repeat(5_000_001));
    const event = { clipboardData, bubbles: true, cancelable: true };
    return element.dispatchEvent(new ClipboardEvent('paste', event));
  });
  // What nobody prevents the browser puts into the field, which takes it seconds.
  expect(isLeft).toBe(false);
  await seen(dialog.getByText('testo incollato'));
  expect(await field.inputValue()).toBe('');
  await dialog.getByRole('button', { name: 'Importa', exact: true }).click();
  await seen(dialog.getByText(/Il file supera 5 MB/));
});

test('the focus returns to the menu when a dialog that came from it is closed', async () => {
  const page = await story.open('mig-work-groups', WIDE);
  const dialog = await importing(page);
  await page.keyboard.press('Escape');
  await gone(dialog);
  await hasFocus(page).toBe(true);
  await choose(page, /^BPMN/);
  const left = page.getByRole('dialog', { name: 'Che cosa BPMN non può dire' });
  await seen(left);
  await page.keyboard.press('Escape');
  await gone(left);
  await hasFocus(page).toBe(true);
});

test('a picture that can’t be made is said', async () => {
  const page = await story.open('mig-work-groups', WIDE);
  await page.evaluate(() => {
    HTMLImageElement.prototype.decode = () => Promise.reject(new Error('no picture'));
  });
  await choose(page, /PNG/);
  await seen(page.getByRole('alert').getByText('Il file non si è potuto preparare'));
});

test('why something was not done is taken away by what is done next', async () => {
  const page = await story.open('empty', WIDE);
  const step = page.locator('.react-flow__node[data-id="start"]');
  await step.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  const notice = page.getByText('È l’unico passo: almeno uno deve restare.');
  await seen(notice);
  await step.focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('Comincia');
  await page.keyboard.press('Enter');
  await gone(notice);
});

test('undo goes by its keys from a choice too, which has nothing of its own to undo', async () => {
  const page = await story.open('empty', WIDE);
  const step = page.locator('.react-flow__node[data-id="start"]');
  await step.focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('Comincia');
  await page.keyboard.press('Enter');
  await seen(step.getByText('Comincia'));
  await page.getByRole('radio', { name: 'Disegno' }).focus();
  await page.keyboard.press('Control+z');
  await gone(step.getByText('Comincia'));
});

test('an arrow is named in the interface’s language, by what leads that way', async () => {
  const page = await story.open('mig-work-groups', WIDE);
  await page.locator('.react-flow__edge').first().waitFor({ state: 'attached' });
  const names = await page
    .locator('.react-flow__edge')
    .evaluateAll((edges) => edges.map((edge) => edge.getAttribute('aria-label') ?? ''));
  expect(names.filter((name) => !name || name.startsWith('Edge from'))).toEqual([]);
});
