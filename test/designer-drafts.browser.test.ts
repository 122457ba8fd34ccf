import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useOffice } from './office.ts';
import { faultsByAxe, gone, heading, seen, useScreens } from './screens.ts';

const PAOLA = 'paola.bassi@migwork.example';
const CHIARA = 'chiara.brambilla@migwork.example';

const office = useOffice();
const { openAs } = useScreens(office);

/** Begins a draft of the pathway for groups, which is the smallest, and lists its steps. */
async function newDraft(as: string): Promise<Page> {
  const page = await openAs(as, '/desk/pathways/mig-work-groups');
  await page.getByRole('button', { name: 'Nuova bozza' }).click();
  await page.waitForURL(/\/drafts\//);
  await listed(page);
  return page;
}

async function listed(page: Page): Promise<void> {
  await page.getByText('Elenco', { exact: true }).click();
  await seen(page.getByRole('tree', { name: 'Passi del percorso' }));
}

const line = (page: Page, name: string | RegExp) => page.getByRole('treeitem', { name }).first();

async function rename(page: Page, from: string, to: string): Promise<void> {
  await line(page, from).click();
  await page.keyboard.press('F2');
  await page.keyboard.type(to);
  await page.keyboard.press('Enter');
  await seen(line(page, to));
}

const saved = (page: Page) => seen(page.getByText('Tutto salvato'));
const firstStep = async (page: Page) =>
  (await page.getByRole('treeitem').first().locator('span span').first().textContent()) ?? '';
const steps = (page: Page) =>
  page.getByRole('treeitem', { expanded: false }).or(page.getByRole('treeitem'));

test('a draft is drawn, saved by itself, and there again when the page is opened anew', async () => {
  const page = await newDraft(PAOLA);
  await rename(page, await firstStep(page), 'Primo contatto');
  await saved(page);
  await page.reload();
  await listed(page);
  await seen(line(page, 'Primo contatto'));
  expect(await faultsByAxe(page)).toEqual([]);
});

test('what a closed tab had not saved is there again', async () => {
  const page = await newDraft(PAOLA);
  const address = page.url();
  await page.context().setOffline(true);
  await rename(page, await firstStep(page), 'Scritto senza rete');
  await seen(page.getByText('Senza rete'));
  const again = await page.context().newPage();
  await page.close({ runBeforeUnload: false });
  await again.context().setOffline(false);
  await again.goto(address);
  await listed(again);
  await seen(line(again, 'Scritto senza rete'));
  await saved(again);
});

test('a walk that is kept is tried by every coordinator, until it is forgotten', async () => {
  const paola = await newDraft(PAOLA);
  const name = `Gruppo inventato ${Date.now()}`;
  const press = (page: Page, button: string | RegExp) =>
    page.getByRole('button', { name: button }).first().click();
  await paola.getByRole('tab', { name: 'Prova' }).click();
  await press(paola, /^Gli amici del parco/);
  await press(paola, 'Fino alla fine');
  await paola.getByText('Conserva questa prova').click();
  await paola.getByRole('radio', { name: 'Come una persona nuova' }).check();
  await paola.getByRole('textbox', { name: 'Nome' }).fill(name);
  await paola.getByRole('button', { name: 'Conserva', exact: true }).click();
  await seen(paola.getByText(`Conservata: «${name}»`));

  const chiara = await newDraft(CHIARA);
  await chiara.getByRole('tab', { name: 'Prova' }).click();
  const row = chiara.getByRole('listitem').filter({ hasText: name });
  await seen(row.getByText('Conservata da Paola Bassi', { exact: false }));
  await row.getByRole('button', { name: `Dimentica: ${name}` }).click();
  const dialog = chiara.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Dimentica', exact: true }).click();
  await gone(row);
  // Whoever has a draft of it open learns of it, and may take it up again.
  await paola.getByRole('button', { name: 'Scegli un altro' }).click();
  await paola.getByText('Persone dimenticate (1)').click();
  await seen(paola.getByText('Dimenticata da Chiara Brambilla', { exact: false }));
  await press(paola, `Riprendi: ${name}`);
  await seen(row);
});

describe('two coordinators on one draft', () => {
  /** The same draft on two desks, and the names of two of its steps. */
  async function together() {
    const paola = await newDraft(PAOLA);
    const chiara = await openAs(CHIARA, new URL(paola.url()).pathname);
    await listed(chiara);
    const names = await steps(paola).locator('span span:first-child').allTextContents();
    const [one = '', other = ''] = [...new Set(names)].filter(Boolean);
    return { paola, chiara, one, other };
  }

  test('see each other, what the other draws, and what the other says', async () => {
    const { paola, chiara, one, other } = await together();
    await seen(paola.getByRole('img', { name: 'Sono qui anche: Chiara Brambilla' }));
    await rename(chiara, one, 'Di Chiara');
    await rename(paola, other, 'Di Paola');
    await seen(line(paola, 'Di Chiara'));
    await seen(line(chiara, 'Di Paola'));

    await chiara.getByRole('tab', { name: 'Commenti' }).click();
    const field = chiara.getByRole('textbox', { name: /^Nuovo commento/ });
    await field.fill('Serve davvero?');
    await chiara.getByRole('button', { name: 'Commenta', exact: true }).click();
    await paola.getByRole('tab', { name: 'Commenti' }).click();
    const said = paola.getByRole('article').filter({ hasText: 'Serve davvero?' });
    await seen(said.getByText('Chiara Brambilla'));
    await said.getByRole('button', { name: 'Risolto' }).click();
    await gone(chiara.getByText('Serve davvero?'));
  });

  test('are asked what holds where both changed the same', async () => {
    const { paola, chiara, one } = await together();
    await paola.context().setOffline(true);
    await rename(paola, one, 'Secondo Paola');
    await rename(chiara, one, 'Secondo Chiara');
    await saved(chiara);
    await paola.context().setOffline(false);
    const dialog = paola.getByRole('dialog', { name: 'Due modifiche allo stesso punto' });
    await seen(dialog);
    expect(await faultsByAxe(paola)).toEqual([]);
    await dialog.getByRole('radio').first().check();
    await dialog.getByRole('button', { name: 'Conferma e salva' }).click();
    await saved(paola);
    await seen(line(paola, 'Secondo Paola'));
    await seen(line(chiara, 'Secondo Paola'));
  });
});

test('a draft becomes the next version, and its history tells what changed', async () => {
  const page = await newDraft(PAOLA);
  await rename(page, await firstStep(page), 'Un altro inizio');
  await page.getByRole('button', { name: 'Pubblica…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Pubblica una nuova versione' });
  await dialog.getByRole('button', { name: 'Pubblica', exact: true }).click();
  await seen(dialog.getByText('Scrivi almeno qualche parola.'));
  await dialog.getByRole('textbox').fill('Il primo passo ha un nome più chiaro');
  await dialog.getByRole('button', { name: 'Pubblica', exact: true }).click();
  await page.waitForURL(/version=2/);
  const history = page.getByRole('region', { name: 'Versioni' });
  await seen(history.getByText('Il primo passo ha un nome più chiaro'));
  await history.getByText('Che cosa è cambiato').first().click();
  await seen(history.getByText(/Un altro inizio/));
});

test('a new pathway begins as a draft', async () => {
  const page = await openAs(PAOLA, '/desk/pathways');
  await page.getByRole('button', { name: 'Nuovo percorso' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nuovo percorso' });
  await dialog.getByRole('textbox', { name: 'Titolo in italiano' }).fill('Laboratori estivi');
  await dialog.getByRole('button', { name: 'Comincia a disegnare' }).click();
  await seen(heading(page, 'Laboratori estivi'));
  await listed(page);
  await seen(line(page, 'Inizio'));
});
