/** Trying a draft and mending it, on the designer alone. */
import { readFile } from 'node:fs/promises';
import { compile, type Persona, walkPersona } from '@percorso/engine';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { faultsByAxe, gone, SIZES, seen } from './screens.ts';
import { storyDocument } from './story/documents.ts';
import { useStory } from './story-page.ts';

const story = useStory();
const neet = compile(storyDocument('mig-work-neet'));

const openRoom = (page: Page, name: RegExp) => page.getByRole('tab', { name }).click();
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click();
const where = (page: Page) => page.getByRole('list', { name: 'Si trova in' });
/** What a screen reader was told last. */
const announced = (page: Page) => page.getByRole('status').last().textContent();

async function openTrial(pathway: string, persona: RegExp, size = SIZES[1]!): Promise<Page> {
  const page = await story.open(pathway, size);
  await openRoom(page, /Prova/);
  await press(page, persona);
  return page;
}

/** What has the focus. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

/** Takes the only ways out of «Richiesto» that everybody can take. */
async function breakGroups(page: Page): Promise<void> {
  await page.getByText('Elenco', { exact: true }).click();
  await page.getByRole('treeitem', { name: /^Richiesto/ }).click();
  await page.keyboard.press('ArrowRight');
  await page
    .getByRole('treeitem', { name: /Azione: Il gruppo rinuncia/ })
    .first()
    .click();
  await page.keyboard.press('Delete');
}

describe('trying a draft', () => {
  test('a persona walks to the end, and back to the start exactly', async () => {
    const page = await openTrial('mig-work-neet', /^Nadia/);
    await where(page).getByText('Pre-iscritto').waitFor();
    await press(page, 'Avanti');
    await seen(page.getByText(/Tappa 1 di/));
    await press(page, 'Fino alla fine');
    await seen(page.getByRole('heading', { name: 'Percorso concluso' }));
    await expect.poll(() => announced(page)).toMatch(/Percorso concluso\. Esito:/);
    await press(page, 'Indietro');
    await gone(page.getByRole('heading', { name: 'Percorso concluso' }));
    await press(page, 'Da capo');
    await where(page).getByText('Pre-iscritto').waitFor();
    await seen(page.getByText(/Tappa 0 di/));
  });

  test('a walk is recorded as a persona that can walk it again', async () => {
    const page = await openTrial('mig-work-neet', /^Nadia/);
    await press(page, 'Fino alla fine');
    await page.getByText('Conserva questa prova').click();
    await page.getByRole('textbox', { name: 'Nome' }).fill('Nadia, di nuovo');
    const coming = page.waitForEvent('download');
    await press(page, 'Scarica');
    const file = await coming;
    expect(file.suggestedFilename()).toBe('nadia-di-nuovo.json');
    const persona = JSON.parse(await readFile(await file.path(), 'utf8')) as Persona;
    expect(walkPersona(neet, persona, 'Europe/Rome').trouble).toBeUndefined();
    expect(persona.outcome).toBeDefined();
  });

  test('a walk is kept under a name of its own, tried with every edit, and forgotten', async () => {
    const page = await openTrial('mig-work-groups', /^Gli amici del parco/);
    await press(page, 'Fino alla fine');
    await page.getByText('Conserva questa prova').click();
    await seen(page.getByText('Persone inventate: non scrivere dati di persone vere.'));
    await page.getByRole('radio', { name: 'Come una persona nuova' }).check();
    await page.getByRole('button', { name: 'Conserva', exact: true }).click();
    await seen(page.getByText('Un’altra persona di questo percorso si chiama già così.'));
    await page.getByRole('textbox', { name: 'Nome' }).fill('Gli amici del lago');
    await page.getByRole('button', { name: 'Conserva', exact: true }).click();
    await seen(page.getByText('Conservata: «Gli amici del lago»'));
    await expect.poll(() => focused(page)).toBe('Conserva questa prova');
    await breakGroups(page);
    await openRoom(page, /Problemi/);
    const row = page.getByRole('listitem').filter({ hasText: 'Gli amici del lago' });
    await seen(row);
    await row.getByRole('button', { name: 'Dimentica: Gli amici del lago' }).click();
    const dialog = page.getByRole('dialog');
    await seen(dialog.getByText('Si può riprendere', { exact: false }));
    await dialog.getByRole('button', { name: 'Dimentica', exact: true }).click();
    await gone(row);
    await expect.poll(() => focused(page)).not.toBe('');
    await seen(page.getByRole('listitem').filter({ hasText: 'Gli amici del parco' }));
    await openRoom(page, /Prova/);
    await page.getByRole('button', { name: 'Scegli un altro' }).click();
    await page.getByText('Persone dimenticate (1)').click();
    await seen(page.getByText('Dimenticata da Paola Bassi', { exact: false }));
    expect(await faultsByAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Riprendi: Gli amici del lago' }).click();
    await gone(page.getByText('Persone dimenticate (1)'));
    await seen(page.getByRole('button', { name: /^Gli amici del lago/ }));
  });

  test('a walk that was meant to change is kept as it goes now', async () => {
    const page = await story.open('mig-work-groups');
    await page.getByText('Elenco', { exact: true }).click();
    await page.getByRole('treeitem', { name: /^Rinuncia del gruppo/ }).click();
    await page.getByLabel('Come finisce il caso').selectOption({ label: 'Contatto perso' });
    await openRoom(page, /Problemi/);
    const rows = page.getByRole('region', { name: /^Persone il cui cammino cambia/ });
    const row = rows.getByRole('listitem').filter({ hasText: 'Gli amici del parco' });
    await seen(row.getByText('Alla fine l’esito è «Contatto perso», non più «Ritirato».'));
    await row.getByRole('button', { name: 'Ora va bene così' }).click();
    await seen(page.getByRole('heading', { name: 'Percorso concluso' }));
    await seen(page.getByRole('region', { name: 'Che cosa cambia nel suo cammino' }));
    expect(await faultsByAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Conserva', exact: true }).click();
    await seen(page.getByText('Conservata: «Gli amici del parco»'));
    await openRoom(page, /Problemi/);
    await seen(rows);
    await gone(row);
  });

  test('says why a walk could not be kept, and loses nothing of it', async () => {
    const page = await openTrial('mig-work-neet&offline=1', /^Nadia/, SIZES[0]);
    await press(page, 'Avanti');
    await page.getByText('Conserva questa prova').click();
    await seen(page.getByText('le tappe ancora da fare restano fuori', { exact: false }));
    await page.getByRole('textbox', { name: 'Nome' }).fill('Nadia uno');
    await page.getByRole('button', { name: 'Conserva', exact: true }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'Non è stata conservata' });
    await seen(alert.getByText('Quello che hai scritto è ancora qui', { exact: false }));
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Nome' }).inputValue())
      .toBe('Nadia uno');
    expect(await faultsByAxe(page)).toEqual([]);
  });

  test('somebody made up is walked by actions, forms and the clock', async () => {
    const page = await story.open('mig-work-neet');
    await openRoom(page, /Prova/);
    await page.getByText('Una persona inventata').click();
    await page.getByRole('textbox', { name: 'Nome' }).fill('Zoe');
    await page.getByRole('textbox', { name: /Età/ }).fill('22');
    await press(page, 'Comincia la prova');
    await seen(page.getByRole('heading', { name: 'Zoe' }));
    // Without a case manager nobody can be convened: it says why, and what it would need.
    const refused = page.getByRole('group').filter({ hasText: 'Non possibili ora' });
    await seen(refused.getByText('Convoca al colloquio'));
    await page.getByText('Che cosa si sa').click();
    await press(page, 'Cambia: Della persona');
    const known = page.getByRole('radiogroup', { name: /case manager/i });
    await known.getByRole('radio', { name: 'Sì' }).check();
    await press(page, 'Conferma');
    await press(page, 'Convoca al colloquio');
    await press(page, 'Conferma');
    // The form says itself what is missing.
    await seen(page.locator('[aria-invalid="true"]'));
    await page.getByLabel('Giorno e ora').fill('2031-01-22T10:00');
    await page.getByRole('radio', { name: /^Informagiovani/ }).check();
    await press(page, 'Conferma');
    await where(page).getByText('In attesa di risposta').waitFor();
    await page.getByText('Sposta l’orologio').click();
    await press(page, 'Alla prossima scadenza');
    await press(page, 'Indietro');
    await where(page).getByText('In attesa di risposta').waitFor();
  });

  test.each(SIZES)('has nothing that axe complains about $name', async (size) => {
    const page = await story.open('mig-work-neet', size);
    await openRoom(page, /Prova/);
    expect(await faultsByAxe(page)).toEqual([]);
    await press(page, /^Nadia/);
    await press(page, 'Avanti');
    await press(page, 'Avanti');
    expect(await faultsByAxe(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(size.width);
  });
});

describe('a draft that is broken', () => {
  test('says who is stuck, shows the walk, and is mended by its repair', async () => {
    const page = await story.open('mig-work-groups');
    await breakGroups(page);
    await openRoom(page, /Problemi/);
    await seen(page.getByText('Al passo «Richiesto» si può restare bloccati'));
    await seen(page.getByText(/Alla tappa \d+ non va più: «Il gruppo rinuncia»/));
    expect(await faultsByAxe(page)).toEqual([]);
    await press(page, 'Guardala passo per passo');
    await press(page, 'Fino alla fine');
    await where(page).getByText('Richiesto').waitFor();
    await seen(page.getByText('Qui non può succedere più nulla'));
    await openRoom(page, /Problemi/);
    await press(page, /^Correggi:/);
    await seen(page.getByText(/il percorso si può pubblicare/));
    await gone(page.getByText('si può restare bloccati'));
  });

  test('stops a walk at the deed that can’t be done, until it is undone', async () => {
    const page = await openTrial('mig-work-groups', /Amici del parco/i);
    await press(page, 'Fino alla fine');
    await seen(page.getByRole('heading', { name: 'Percorso concluso' }));
    await breakGroups(page);
    await openRoom(page, /Prova/);
    await seen(page.getByText(/non va più/));
    await press(page, /^Annulla/);
    await seen(page.getByRole('heading', { name: 'Percorso concluso' }));
    await gone(page.getByText(/non va più/));
  });
});
