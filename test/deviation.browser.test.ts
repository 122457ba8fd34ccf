/** A case manager changes the way of one youth: always after seeing what it means. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { inDays, MARTA, useApi, useOffice } from './office.ts';
import {
  faultsByAxe,
  gone,
  heading,
  SIZES,
  type Size,
  seen,
  signIn,
  useScreens,
} from './screens.ts';

const INVENTO = 'andrea.pozzi@migwork.example';
const NARROW: Size = { name: 'narrow', width: 320, height: 640 };
const TABS_MAX = 60;
const OFFLINE = 'internetdisconnected';
const REASON = 'Ha già fatto questo percorso altrove';

const office = useOffice();
const api = useApi(office);

const button = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole('button', { name, exact: true });
const link = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole('link', { name, exact: true });
const part = (page: Page, name: string) => page.getByRole('region', { name });
const trace = (page: Page) => part(page, 'Tutto quello che è successo');
const done = (page: Page, words: string | RegExp) =>
  seen(page.getByRole('status').getByText(words));

const OPENER = 'Cambia il percorso per questa persona';
const window = (page: Page, name = OPENER) => page.getByRole('dialog', { name });

/** Opens the window from the case's page, and chooses a kind of change. */
async function change(page: Page, kind: string): Promise<Locator> {
  await link(page, OPENER).click();
  const dialog = window(page);
  await dialog.getByRole('radio', { name: kind }).check();
  return dialog;
}

/** What would happen, as it is told before anything happens. */
async function consequences(dialog: Locator): Promise<string> {
  const told = dialog.getByRole('region', { name: 'Che cosa succede' });
  await seen(told.getByText(/Arriva a|Compiti e attività/));
  return (await told.textContent()) ?? '';
}

async function confirm(dialog: Locator, act: string, reason = REASON): Promise<void> {
  await dialog.getByLabel('Perché').fill(reason);
  await button(dialog, act).click();
  await done(dialog.page(), `Fatto: ${act}.`);
  await gone(dialog);
}

const stepsOf = async (id: string) => (await api.read(id)).steps.map(({ step }) => step);

describe.each(SIZES)('a case manager $name', (size) => {
  const { openAs } = useScreens(office, size);

  test('skips a step, sees it in the timeline, and undoes it', async () => {
    const { id, name } = await api.takenInCharge();
    const page = await openAs(MARTA, `/desk/cases/${id}`);
    await seen(heading(page, name));
    const dialog = await change(page, 'Salta un passo');
    await choose(dialog, 'Dove si va', 'Scelta del prossimo passo');
    expect(await consequences(dialog)).toMatch(/Arriva a.*Scelta del prossimo passo/s);

    const act = 'Salta «Strategia da concordare» e vai a «Scelta del prossimo passo»';
    await button(dialog, act).click();
    await seen(dialog.getByText('Scrivi il motivo, bastano poche parole.'));
    await dialog.getByLabel('Perché').and(page.locator(':focus')).waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    expect(await stepsOf(id), 'nothing happens without a reason').toContain('strategy-drafting');
    await confirm(dialog, act);
    await heading(page, 'Cosa può succedere adesso').and(page.locator(':focus')).waitFor();
    expect(await stepsOf(id)).toContain('next-step');

    const skipped = trace(page).getByRole('listitem').filter({ hasText: REASON });
    await seen(skipped.getByText('Fuori percorso'));
    expect(await faultsByAxe(page)).toEqual([]);
    await link(skipped, 'Annulla questo passo').click();
    const undoing = window(page, "Annulla l'ultimo passo");
    expect(await consequences(undoing)).toMatch(/Arriva a.*Strategia da concordare/s);
    await undoing.getByLabel('Perché').fill('Non era altrove');
    await button(undoing, /^Annulla «/).click();
    await gone(undoing);
    expect(await stepsOf(id)).toContain('strategy-drafting');
    const { walkedSteps } = await api.read(id);
    expect(walkedSteps, 'what was undone was not walked').not.toContain('next-step');
    await seen(trace(page).getByText('Annullato', { exact: true }));
    await seen(trace(page).getByText('Non era altrove'));
  });

  test('goes back to a step, and the pathway is drawn from there', async () => {
    const { id } = await api.withStrategy();
    const page = await openAs(MARTA, `/desk/cases/${id}`);
    const dialog = await change(page, 'Torna a un passo già fatto');
    await choose(dialog, 'A quale passo si torna', 'Colloquio svolto');
    expect(await consequences(dialog)).toMatch(/Arriva a.*Colloquio svolto/s);
    await confirm(dialog, 'Torna a «Colloquio svolto»');
    expect(await stepsOf(id)).toEqual(['interviewed']);
    const where = part(page, 'Il percorso');
    await where.getByRole('tab', { name: 'Elenco' }).click();
    await seen(where.locator('[aria-current=step]').getByText('Colloquio svolto'));
    await seen(button(page, 'Prendi in carico'));
  });

  test('gives a partner a task beside the pathway, and the partner does it', async () => {
    const { id, name } = await api.takenInCharge();
    const page = await openAs(MARTA, `/desk/cases/${id}`);
    const dialog = await change(page, 'Aggiungi un compito');
    const task = `Visita al laboratorio ${size.width}`;
    await button(dialog, 'Conferma').click();
    await seen(dialog.getByText("Scrivi che cosa c'è da fare."));
    await dialog.getByLabel("Che cosa c'è da fare").fill(task);
    await choose(dialog, 'Chi lo fa', 'InVento Innovation Lab');
    await dialog.getByLabel('Entro quando').fill(inDays(9).toISOString().slice(0, 10));
    expect(await consequences(dialog)).toContain(task);
    expect(await faultsByAxe(page)).toEqual([]);
    await confirm(dialog, 'Aggiungi il compito', 'Vuole vedere il posto prima di scegliere');
    const added = part(page, 'Cosa si aspetta').getByRole('listitem').filter({ hasText: task });
    await seen(added.getByText('Compito aggiunto'));
    await seen(link(added, `Ritira: ${task}`));
    await page.goto(`${office.origin}/desk/cases/${id}?change=withdraw-task&activity=ad-hoc/99`);
    const withdrawing = window(page, 'Ritira un compito aggiunto');
    await seen(withdrawing.getByText(/^Il compito non c'è più/));
    await button(withdrawing, "Lascia com'è").click();
    await gone(withdrawing);

    const partner = await openAs(INVENTO, '/desk/tasks');
    await partner.getByRole('link', { name: `${task}, ` }).click();
    await seen(heading(partner, task));
    expect(await partner.getByText('Vuole vedere il posto').count(), 'the reason').toBe(0);
    expect(await partner.getByText(name).count(), 'the full name').toBe(0);
    await button(partner, 'Accetta').click();
    await button(partner, 'Completa il compito').click();
    await seen(partner.getByText('Il compito è completato e il case manager lo vede. Grazie.'));
    expect(await faultsByAxe(partner)).toEqual([]);

    await gone(added);
    expect(await stepsOf(id), 'the pathway waits for none of it').toContain('strategy-drafting');
    await trace(page).getByText('Perché questo passo non si può annullare?').click();
    await seen(trace(page).getByText(/l’ha conclusa un partner/));
  });
});

/** One of some choices, whether they stand side by side or in a list. */
async function choose(dialog: Locator, label: string, option: string): Promise<void> {
  const list = dialog.getByRole('combobox', { name: label });
  const radio = dialog.getByRole('radio', { name: option, exact: true }).first();
  await seen(list.or(radio));
  if (await list.isVisible()) await list.selectOption({ label: option });
  else await radio.check();
}

describe('what comes between seeing and confirming', () => {
  const { openAs } = useScreens(office);

  test('a colleague who acts meanwhile: told, seen again, and nothing typed is lost', async () => {
    const { id } = await api.withStrategy();
    const page = await openAs(MARTA, `/desk/cases/${id}?change=go-back`);
    const dialog = window(page, 'Torna a un passo già fatto');
    await choose(dialog, 'A quale passo si torna', 'Colloquio svolto');
    await consequences(dialog);
    await dialog.getByLabel('Perché').fill(REASON);
    await api.act(id, 'REPORT_DIFFICULTY');
    await seen(dialog.getByText('Nel frattempo il caso è cambiato'));
    await expect.poll(() => dialog.getByLabel('Perché').inputValue()).toBe(REASON);
    expect(await consequences(dialog)).toMatch(/Lascia.*In difficoltà.*Arriva a/s);
    await confirm(dialog, 'Torna a «Colloquio svolto»');
    expect(await stepsOf(id)).toEqual(['interviewed']);
  });

  test.each(SIZES)(
    'a step that is the last no more, by keyboard $name: what is undone now is said',
    async (size) => {
      const { id } = await api.withStrategy();
      const page = await openAs(MARTA, `/desk/cases/${id}`, size);
      // The drawing before it has more steps than anybody would tab through.
      await link(trace(page), 'Annulla questo passo').focus();
      await page.keyboard.press('Enter');
      const dialog = window(page, "Annulla l'ultimo passo");
      await consequences(dialog);
      await seen(button(dialog, 'Annulla «Concorda la strategia»'));
      await tabTo(page, dialog.getByLabel('Perché'));
      await page.keyboard.type(REASON);
      // Nobody tells the page: what it shows is old, and only confirming finds that out.
      await page.route('**/api/cases/*', (route) => route.abort(OFFLINE));
      await page.route('**/api/cases/*/deviations', (route) =>
        route.request().method() === 'GET' ? route.abort(OFFLINE) : route.fallback(),
      );
      await api.act(id, 'REPORT_DIFFICULTY');
      await page.keyboard.press('Tab');
      await tabTo(page, button(dialog, 'Annulla «Concorda la strategia»'));
      await page.unrouteAll();
      await page.keyboard.press('Enter');
      await seen(dialog.getByRole('alert').getByText('Nel frattempo il caso è cambiato'));
      await expect
        .poll(() => dialog.evaluate((one) => one.contains(document.activeElement)))
        .toBe(true);
      expect(await stepsOf(id), 'nothing is undone unseen').toContain('in-difficulty');
      await seen(button(dialog, 'Annulla «Segnala una difficoltà»'));
      await expect.poll(() => dialog.getByLabel('Perché').inputValue()).toBe(REASON);
      expect(await consequences(dialog)).toMatch(/Lascia.*In difficoltà/s);
      await tabTo(page, button(dialog, 'Annulla «Segnala una difficoltà»'));
      await page.keyboard.press('Enter');
      await done(page, /^Fatto: Annulla «Segnala una difficoltà»\.$/);
      expect(await stepsOf(id)).not.toContain('in-difficulty');
      expect(await stepsOf(id), 'only the last step was undone').toContain('next-step');
      await seen(link(trace(page), 'Annulla questo passo'));
    },
  );

  test('a session that ends: the reason is there after signing in', async () => {
    const { id } = await api.takenInCharge();
    const page = await openAs(MARTA, `/desk/cases/${id}?change=undo`);
    const dialog = window(page, "Annulla l'ultimo passo");
    await consequences(dialog);
    await dialog.getByLabel('Perché').fill('Ho preso in carico la persona sbagliata');
    await page.context().clearCookies();
    await button(dialog, 'Annulla «Prendi in carico»').click();
    await seen(heading(page, 'Accedi'));
    await signIn(page, MARTA);
    await consequences(dialog);
    await expect.poll(() => dialog.getByLabel('Perché').inputValue()).toMatch(/persona sbagliata$/);
    await confirm(dialog, 'Annulla «Prendi in carico»', 'Ho preso in carico la persona sbagliata');
    expect(await stepsOf(id)).toEqual(['interviewed']);
  });

  test('no network: said in words, and confirmed when it is back', async () => {
    const { id } = await api.takenInCharge();
    const page = await openAs(MARTA, `/desk/cases/${id}?change=undo`);
    const dialog = window(page, "Annulla l'ultimo passo");
    await consequences(dialog);
    await dialog.getByLabel('Perché').fill(REASON);
    await page.context().setOffline(true);
    await button(dialog, 'Annulla «Prendi in carico»').click();
    await seen(dialog.getByRole('alert').getByText('Il servizio non risponde', { exact: true }));
    expect(await stepsOf(id)).toContain('strategy-drafting');
    await page.context().setOffline(false);
    await expect.poll(() => dialog.getByLabel('Perché').inputValue()).toBe(REASON);
    await confirm(dialog, 'Annulla «Prendi in carico»');
    expect(await stepsOf(id)).toEqual(['interviewed']);
  });
});

describe('a case that has ended', () => {
  const { openAs } = useScreens(office);

  test('is opened again by undoing its last step, and that is said first', async () => {
    const { id } = await api.withStrategy();
    await api.act(id, 'CLOSE', { outcome: 'employment' });
    const page = await openAs(MARTA, `/desk/cases/${id}`);
    await seen(page.getByText('Concluso: Lavoro'));
    await link(part(page, 'Cosa può succedere adesso'), "Annulla l'ultimo passo").click();
    const dialog = window(page, "Annulla l'ultimo passo");
    expect(await consequences(dialog)).toContain('Il percorso si riapre');
    await confirm(dialog, 'Annulla «Chiudi con un esito»');
    await gone(page.getByText('Concluso: Lavoro'));
    expect((await api.read(id)).status).toBe('active');
  });
});

/** Presses the tabulator until the focus is there, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await seen(target);
  for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${target}.`);
}

describe('for everybody', () => {
  const { openAs } = useScreens(office, NARROW);

  test('by keyboard alone one goes back a step, on the narrowest screen', async () => {
    const { id } = await api.withStrategy();
    const page = await openAs(MARTA, `/desk/cases/${id}`);
    await tabTo(page, link(page, OPENER));
    await page.keyboard.press('Enter');
    const dialog = window(page);
    await tabTo(page, dialog.getByRole('radio').first());
    const back = dialog.getByRole('radio', { name: 'Torna a un passo già fatto' });
    for (let n = 0; n < 4 && !(await back.isChecked()); n += 1) {
      await page.keyboard.press('ArrowDown');
    }
    await tabTo(page, dialog.getByRole('combobox', { name: 'A quale passo si torna' }));
    await page.keyboard.type('Colloquio svolto');
    await consequences(dialog);
    await tabTo(page, dialog.getByLabel('Perché'));
    await page.keyboard.type(REASON);
    await tabTo(page, button(dialog, 'Torna a «Colloquio svolto»'));
    await page.keyboard.press('Enter');
    await done(page, 'Fatto: Torna a «Colloquio svolto».');
    expect(await stepsOf(id)).toEqual(['interviewed']);
  });

  test('the window needs no scrolling sideways at 320 pixels and twice the text', async () => {
    const { id } = await api.withStrategy();
    const page = await openAs(MARTA, `/desk/cases/${id}?change=go-back`);
    const dialog = window(page, 'Torna a un passo già fatto');
    await choose(dialog, 'A quale passo si torna', 'Colloquio svolto');
    await consequences(dialog);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    const widths = await dialog.evaluate((element) => [element.scrollWidth, element.clientWidth]);
    expect(widths[0]).toBe(widths[1]);
    expect(await faultsByAxe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await gone(dialog);
    expect(new URL(page.url()).search, 'it has an address of its own').toBe('');
  });
});
