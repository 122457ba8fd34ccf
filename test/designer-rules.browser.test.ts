/** Conditions and forms are built by keyboard alone, and no choice of theirs is lost. */
import type { PathwayDocument } from '@percorso/engine';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { faultsByAxe, gone, SIZES, seen } from './screens.ts';
import { useStory } from './story-page.ts';

const story = useStory();

const drawn = (page: Page) =>
  page.evaluate(() => (globalThis as { drawn?: PathwayDocument }).drawn);

/** Goes on by Tab until the control has the focus, as someone without a mouse does. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    if (await control.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${control}`);
}

async function pressOn(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press('Enter');
}

/** Unfolds a section of the whole pathway by keyboard, and begins something new there. */
async function beginNew(page: Page, section: string, button: string): Promise<Locator> {
  await page.getByRole('tab', { name: 'Percorso' }).focus();
  await pressOn(page, page.getByRole('button', { name: new RegExp(`^${section}`) }));
  await pressOn(page, page.getByRole('button', { name: button, exact: true }));
  const dialog = page.getByRole('dialog');
  await seen(dialog);
  return dialog;
}

async function chooseFact(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await seen(page.locator('[role="option"][data-combobox-selected]'));
  await page.keyboard.press('Enter');
  await gone(page.getByRole('option'));
}

describe('a condition', () => {
  test('«età ≥ 18 oppure consenso» is built by keyboard alone', async () => {
    const page = await story.open('mig-work-neet');
    const dialog = await beginNew(page, 'Condizioni', 'Nuova condizione');
    await tabTo(page, dialog.getByRole('combobox', { name: 'Dato' }));
    await chooseFact(page, 'eta');
    await tabTo(page, dialog.getByRole('textbox', { name: 'Valore: Età' }));
    await page.keyboard.type('18');
    await pressOn(page, dialog.getByRole('button', { name: 'Aggiungi: condizione', exact: true }));
    await chooseFact(page, 'consenso');
    const kind = dialog.getByRole('combobox', { name: 'Quali devono essere vere' });
    while (!(await kind.evaluate((one) => one === document.activeElement)))
      await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('Almeno');
    await seen(dialog.getByText('L’età deve essere almeno 18 anni oppure serve:'));
    await seen(dialog.getByText('The age must be at least 18 years or needed:'));
    expect(await faultsByAxe(page)).toEqual([]);

    await tabTo(page, dialog.getByRole('textbox', { name: 'Età', exact: true }));
    await page.keyboard.type('17');
    await seen(dialog.getByRole('status').getByText('Non si può dire'));
    await tabTo(page, dialog.getByRole('textbox', { name: 'Nome breve' }));
    await page.keyboard.type('Maggiorenne o autorizzato');
    await pressOn(page, dialog.getByRole('button', { name: 'Salva la condizione' }));
    await gone(page.getByRole('dialog'));
    await expect
      .poll(async () => (await drawn(page))?.rules['maggiorenne-o-autorizzato'])
      .toEqual({
        any: [
          { fact: 'participant.age', op: '>=', value: 18 },
          { fact: 'case.guardianConsent', op: '=', value: true },
        ],
      });
  });

  test('is moved with Alt and an arrow, and the focus stays with it', async () => {
    const page = await story.open('mig-work-neet');
    const dialog = await beginNew(page, 'Condizioni', 'Nuova condizione');
    await tabTo(page, dialog.getByRole('combobox', { name: 'Dato' }));
    await chooseFact(page, 'eta');
    await pressOn(page, dialog.getByRole('button', { name: 'Aggiungi: condizione', exact: true }));
    await chooseFact(page, 'consenso');
    const facts = dialog.getByRole('combobox', { name: 'Dato' });
    const read = async () => [await facts.nth(0).inputValue(), await facts.nth(1).inputValue()];
    await expect.poll(() => read()).toEqual(['Età', 'Consenso di chi ha la tutela']);
    await page.keyboard.press('Alt+ArrowUp');
    await seen(dialog.getByRole('status').getByText('Spostata'));
    await expect.poll(() => read()).toEqual(['Consenso di chi ha la tutela', 'Età']);
    await pressOn(page, dialog.getByRole('button', { name: /^Sposta giù: Consenso/ }));
    const button = dialog.getByRole('button', { name: /^Sposta giù: Consenso/ });
    await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
    await expect.poll(() => read()).toEqual(['Età', 'Consenso di chi ha la tutela']);
  });

  test('is not left unsaved without being asked', async () => {
    const page = await story.open('mig-work-neet');
    const dialog = await beginNew(page, 'Condizioni', 'Nuova condizione');
    await tabTo(page, dialog.getByRole('combobox', { name: 'Dato' }));
    await chooseFact(page, 'eta');
    await page.keyboard.press('Escape');
    await seen(page.getByRole('alertdialog'));
    await page.keyboard.press('Enter');
    await gone(page.getByRole('alertdialog'));
    await expect
      .poll(() => dialog.getByRole('combobox', { name: 'Dato' }).inputValue())
      .toBe('Età');
    await page.keyboard.press('Escape');
    await pressOn(page, page.getByRole('button', { name: 'Esci senza salvare' }));
    await gone(dialog);
    expect(await drawn(page)).toBeUndefined();
  });
});

describe('a form', () => {
  test('of four fields is built by keyboard alone, and filled in beside it', async () => {
    const page = await story.open('empty');
    const dialog = await beginNew(page, 'Moduli', 'Nuovo modulo');
    await page.keyboard.type('Iscrizione');
    await page.keyboard.press('Enter');
    const add = (kind: string) =>
      dialog.getByRole('button', { name: `Aggiungi un campo: ${kind}`, exact: true });
    const label = dialog.getByRole('textbox', { name: 'Domanda o nome del campo, italiano' });
    const fields = [
      ['Testo', 'Soprannome'],
      ['Numero', 'Ore libere'],
      ['Scelta', 'Mezzo di trasporto'],
      ['Consenso firmato', 'Consenso alle foto'],
    ] as const;
    for (const [kind, name] of fields) {
      await pressOn(page, add(kind));
      await tabTo(page, label);
      await page.keyboard.type(name);
      await tabTo(page, dialog.getByRole('checkbox', { name: /^Obbligatorio|^Senza consenso/ }));
      await page.keyboard.press('Space');
    }
    await tabTo(page, dialog.getByRole('button', { name: 'Sposta su: Consenso alle foto' }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await faultsByAxe(page)).toEqual([]);
    await pressOn(page, dialog.getByRole('button', { name: 'Conferma', exact: true }));
    await seen(dialog.getByText('Punti da sistemare: 4'));
    await page.keyboard.press('Escape');
    await gone(dialog);
    const form = (await drawn(page))?.forms.iscrizione;
    expect(Object.keys(form?.properties ?? {})).toEqual([
      'soprannome',
      'consensoAlleFoto',
      'oreLibere',
      'mezzoDiTrasporto',
    ]);
    expect(form?.required).toHaveLength(4);
  });

  test('keeps what is being typed when the dialog is closed', async () => {
    const page = await story.open('mig-work-neet');
    const dialog = await beginNew(page, 'Moduli', 'Nuovo modulo');
    await page.keyboard.type('Prova');
    await page.keyboard.press('Enter');
    await pressOn(page, dialog.getByRole('button', { name: 'Aggiungi un campo: Nota' }));
    await page.keyboard.type('Che cosa ti serve?');
    await page.keyboard.press('Escape');
    await gone(dialog);
    const [field] = Object.values((await drawn(page))?.forms.prova?.properties ?? {});
    expect(field?.label.it).toBe('Che cosa ti serve?');
  });
});

describe.each(SIZES)('the dialogs $name', (size) => {
  test.each([
    ['Condizioni', 'Nuova condizione'],
    ['Moduli', 'Nuovo modulo'],
  ])('of %s have nothing that axe finds, and fit', async (section, button) => {
    const page = await story.open('mig-work-neet', size);
    await beginNew(page, section, button);
    expect(await faultsByAxe(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(size.width);
  });
});
