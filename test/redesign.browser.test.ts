import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { newYouth, useApi, useOffice } from './office.ts';
import { faultsByAxe, gone, heading, seen, useScreens } from './screens.ts';

const PAOLA = 'paola.bassi@migwork.example';
const NEET = 'mig-work-neet';
const IN_ALL = 52;
const IN_CHARGE = 14;
const IN_DIFFICULTY = 5;
const WALK_MS = 600_000;

const office = useOffice();
const api = useApi(office);
const { openAs } = useScreens(office);

const neet = () => ({ ...newYouth(18), situation: 'out-of-school' as const });

/**
 * Fifty-two youths inside: most have just registered, some are in charge, five in difficulty; of
 * those who are in charge, one who isn't.
 */
async function everybodyInside() {
  for (let n = 0; n < IN_ALL - IN_CHARGE; n += 1) await api.registered(neet());
  const inDifficulty: string[] = [];
  let inCharge = '';
  for (let n = 0; n < IN_CHARGE; n += 1) {
    const { id } = await api.takenInCharge(neet());
    inCharge = id;
    if (n >= IN_DIFFICULTY) continue;
    await api.act(id, 'REPORT_DIFFICULTY');
    inDifficulty.push(id);
  }
  return { inDifficulty, inCharge };
}

/** A draft of the pathway without the step where those in difficulty are. */
async function redraws(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Nuova bozza/ }).click();
  await page.waitForURL(/\/drafts\//);
  await page.getByText('Elenco', { exact: true }).click();
  const line = page.getByRole('treeitem', { name: 'In difficoltà' }).first();
  await line.click();
  await page.keyboard.press('Delete');
  await gone(line);
  await seen(page.getByText('Tutto salvato'));
}

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** The number of a verdict, as it is on its tile. */
const tile = (page: Page, fate: string) =>
  page
    .getByRole('list', { name: 'Che cosa succede, in numeri' })
    .getByRole('listitem')
    .filter({
      has: page.getByText(fate, { exact: true }),
    });

async function expectCount(page: Page, fate: string, count: number): Promise<void> {
  await seen(tile(page, fate).getByText(String(count), { exact: true }));
}

async function previews(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Che cosa succede a chi è dentro' }).click();
  await seen(heading(page, 'Che cosa succede a chi è dentro'));
  await expectCount(page, 'Serve una decisione', IN_DIFFICULTY);
  await expectCount(page, 'Bloccato', 0);
  const rest = ['Si sposta da sé', 'Il caso resta uguale'].map((fate) =>
    tile(page, fate).locator('strong').textContent(),
  );
  const [moved, unaffected] = await Promise.all(rest);
  expect(Number(moved) + Number(unaffected)).toBe(IN_ALL - IN_DIFFICULTY);
  expect(await faultsByAxe(page)).toEqual([]);
}

/** A step on the drawing says how many are there, and who they are. */
async function looksAtTheDrawing(page: Page): Promise<void> {
  await page.locator('.react-flow__node[data-id="in-difficulty"]').focus();
  await page.keyboard.press('Enter');
  const map = page.getByRole('region', { name: 'Mappa del percorso' });
  await map.getByRole('button', { name: `Serve una decisione (${IN_DIFFICULTY})` }).click();
  const dialog = page.getByRole('dialog', { name: 'Chi sono' });
  await seen(dialog.getByText(`${IN_DIFFICULTY} casi`));
  await page.goBack();
  await gone(dialog);
}

/** Who is behind a number; one of them is to stay on the old version. */
async function exceptsOne(page: Page): Promise<void> {
  await tile(page, 'Serve una decisione').getByRole('link').click();
  const dialog = page.getByRole('dialog', { name: 'Chi sono' });
  await seen(dialog.getByText(`${IN_DIFFICULTY} casi`));
  expect(await faultsByAxe(page)).toEqual([]);
  await dialog
    .getByRole('button', { name: /^Lascia dov'è/ })
    .first()
    .click();
  await dialog.getByRole('textbox', { name: /^Perché/ }).fill('Sta per concludere il sostegno');
  await dialog.getByRole('button', { name: "Lascia dov'è", exact: true }).click();
  await seen(dialog.getByText(`${IN_DIFFICULTY - 1} casi`));
  await page.keyboard.press('Escape');
  await expectCount(page, 'Resta sulla sua versione', 1);
}

async function decides(page: Page): Promise<void> {
  const questions = region(page, 'Domande');
  await questions.getByRole('button', { name: 'Conferma la risposta' }).click();
  await seen(questions.getByText('Scegli una risposta.'));
  await questions.getByRole('radio', { name: /Seguito/ }).check();
  await questions.getByRole('button', { name: 'Conferma la risposta' }).click();
  await seen(questions.getByText('Tutte le domande hanno una risposta.'));
  await expectCount(page, 'Serve una decisione', 0);
}

async function publishes(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Torna alla bozza' }).click();
  await page.getByRole('button', { name: 'Pubblica…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Pubblica una nuova versione' });
  const inside = dialog.getByRole('region', { name: 'Chi è già dentro' });
  await seen(inside.getByText('Resta sulla sua versione'));
  await dialog.getByRole('textbox').fill('Le difficoltà si seguono senza un passo a parte');
  const publish = dialog.getByRole('button', { name: 'Pubblica', exact: true });
  await publish.click();
  // A persona went through the step that is gone: that is meant.
  await seen(dialog.getByText(/^Rosa: alla tappa 7 arriva a «Seguito», non più a «In difficoltà»/));
  // Nobody can have seen it before it was said.
  expect(await dialog.getByText('Conferma di averlo visto', { exact: false }).count()).toBe(0);
  await publish.click();
  await seen(dialog.getByText('Conferma di averlo visto', { exact: false }));
  expect(await faultsByAxe(page)).toEqual([]);
  await dialog.getByRole('checkbox', { name: /^Ho visto che cosa cambia per loro/ }).check();
  await publish.click();
  await page.waitForURL(/version=2/);
}

async function migrates(page: Page): Promise<void> {
  const moves = region(page, 'Spostamenti tra versioni');
  await seen(moves.getByText(`${IN_ALL} casi seguono ancora una versione precedente.`));
  await moves.getByRole('button', { name: 'Sposta chi è dentro' }).click();
  await seen(heading(page, 'Sposta chi è dentro alla versione 2'));
  await seen(page.getByText(`Sposterai ${IN_ALL - 1} casi, 1 resta.`));
  expect(await faultsByAxe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Comincia a spostare…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cominciare a spostare?' });
  await seen(dialog.getByText(`${IN_ALL - 1} casi passano alla versione 2.`));
  await dialog.getByRole('button', { name: 'Comincia a spostare' }).click();
  const results = region(page, "Com'è andata");
  await seen(results.getByText('Spostamento concluso.'));
  const moved = `${IN_ALL - 1} casi: passati alla nuova versione`;
  await seen(results.getByRole('link', { name: moved }));
  expect(await faultsByAxe(page)).toEqual([]);
  await results.getByRole('link', { name: moved }).click();
  const people = page.getByRole('dialog', { name: 'Chi sono' });
  await seen(people.getByText(/^veniva dalla versione 1 · .*passato alla nuova versione/));
  await page.keyboard.press('Escape');
  await gone(people);
}

/** One has gone on since: that is said before anybody is taken back. */
async function takesBack(page: Page): Promise<void> {
  const results = region(page, "Com'è andata");
  await results.getByRole('button', { name: 'Riporta indietro…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Riportare tutti indietro?' });
  await seen(dialog.getByText(`${IN_ALL - 2} casi tornano esattamente com'erano prima`));
  const stays = dialog.getByRole('region', { name: /^1 caso non può tornare/ });
  await seen(stays.getByText(/ora: «In pausa»/));
  expect(await faultsByAxe(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Riporta indietro' }).click();
  await seen(results.getByText('Spostamento riportato indietro.'));
  const back = `${IN_ALL - 2} casi: riportati indietro`;
  await seen(results.getByRole('link', { name: back }));
  await seen(results.getByRole('link', { name: "1 caso: non può più tornare com'era" }));
  await page.getByRole('link', { name: 'Torna al percorso' }).click();
  const moves = region(page, 'Spostamenti tra versioni');
  await seen(moves.getByText(`${IN_ALL - 2} riportati indietro`));
}

test(
  'a coordinator redraws the pathway with everybody inside, moves them, and takes them back',
  async () => {
    const { inDifficulty, inCharge } = await everybodyInside();
    const before = await Promise.all(inDifficulty.map(api.read));
    const page = await openAs(PAOLA, `/desk/pathways/${NEET}`);
    await redraws(page);
    await previews(page);
    await looksAtTheDrawing(page);
    await exceptsOne(page);
    await decides(page);
    await publishes(page);
    await migrates(page);

    const moved = await Promise.all(inDifficulty.map(api.read));
    expect(moved.map(({ version }) => version).sort()).toEqual([1, 2, 2, 2, 2]);
    const followed = moved.filter(({ presentSteps }) => presentSteps.includes('followed'));
    expect(followed).toHaveLength(IN_DIFFICULTY - 1);
    await api.act(inCharge, 'PAUSE', { reason: 'away' });
    await takesBack(page);

    const after = await Promise.all(inDifficulty.map(api.read));
    expect(after.map(({ presentSteps }) => presentSteps)).toEqual(
      before.map(({ presentSteps }) => presentSteps),
    );
    const { id, version } = after.find(({ revision }, n) => revision > before[n]!.revision)!;
    expect(version).toBe(1);
    await page.goto(`${office.origin}/desk/cases/${id}`);
    await seen(page.getByText(/Il percorso è cambiato: ora versione 2/));
    await seen(page.getByText(/di nuovo versione 1/));
  },
  WALK_MS,
);

test('a redesign that touches nobody says so, on the narrowest screen too', async () => {
  const page = await openAs(PAOLA, '/desk/pathways/mig-work-precarious');
  await page.getByRole('button', { name: /Nuova bozza/ }).click();
  await page.getByRole('button', { name: 'Che cosa succede a chi è dentro' }).click();
  await seen(page.getByText('Nessuno sta seguendo questo percorso'));
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await faultsByAxe(page)).toEqual([]);
});
