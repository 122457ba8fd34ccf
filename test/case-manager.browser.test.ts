import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { inDays, MARTA, newYouth, useApi, useOffice } from './office.ts';
import { gone, heading, SIZES, seen, useScreens } from './screens.ts';

const office = useOffice();
const api = useApi(office);

const button = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name, exact: true });
const part = (page: Page, name: string) => page.getByRole('region', { name });
const done = (page: Page, words: string) => seen(page.getByRole('status').getByText(words));

/** Opens an action, gives its answer, confirms, and waits until it is done. */
async function take(page: Page, action: string, fill: (form: Locator) => Promise<unknown>) {
  await button(page, action).click();
  const dialog = page.getByRole('dialog', { name: action });
  await fill(dialog);
  await dialog.getByRole('button', { name: /onferma/ }).click();
  await done(page, `Fatto: ${action}`);
  await gone(dialog);
}

const nothing = async () => {};
const choose = (form: Locator, name: string | RegExp) => form.getByRole('radio', { name }).check();

/** The places where the pathway's outline says «here». */
async function present(page: Page): Promise<string[]> {
  const where = part(page, 'Il percorso');
  await where.getByRole('tab', { name: 'Elenco' }).click();
  const steps = where.locator('[aria-current=step]');
  await seen(steps);
  return (await steps.allInnerTexts()).map((text) => text.replace(/ Qui$/, ''));
}

async function convene(form: Locator) {
  const day = inDays(6).toISOString().slice(0, 10);
  await form.getByLabel('Giorno e ora').fill(`${day}T10:30`);
  await choose(form, 'Informagiovani, via Dogana 2');
}

async function agree(form: Locator) {
  await choose(form, 'Studiare o qualificarsi');
  await choose(form, 'Nessuna');
  await form.getByRole('checkbox', { name: 'Laboratori' }).check();
}

describe.each(SIZES)('a case manager $name', (size) => {
  const { openAs } = useScreens(office, size);

  test('walks a minor from the convening to taking in charge', async () => {
    const { name, listed } = await api.opened(newYouth(17));
    const page = await openAs(MARTA, '/desk/cases');
    await seen(heading(page, 'I miei casi'));
    const row = page.getByRole('row').filter({ hasText: listed });
    await seen(row.getByText('Pre-iscritto'));
    await row.getByRole('link').click();
    await seen(heading(page, name));
    await expect.poll(() => present(page)).toEqual(['Pre-iscritto']);

    await take(page, 'Convoca al colloquio', convene);
    await seen(part(page, 'Cosa si aspetta').getByText(/Informagiovani, via Dogana 2/));
    await take(page, 'Confermo, ci sarò', nothing);
    await button(part(page, 'Cosa si aspetta'), 'Completa').click();
    const interview = page.getByRole('dialog', { name: 'Primo colloquio' });
    await choose(interview, 'Sì');
    await button(interview, 'Completa').click();
    await done(page, 'Completato: Primo colloquio');

    const next = part(page, 'Cosa può succedere adesso');
    const refused = next.getByRole('listitem').filter({ hasText: 'Prendi in carico' });
    await seen(refused.getByText(/consenso/i));
    await expect.poll(() => button(next, 'Prendi in carico').count()).toBe(0);

    await button(refused, 'Registra il consenso').click();
    const consent = page.getByRole('dialog', { name: 'Registra il consenso' });
    await button(consent, 'Conferma').click();
    await seen(consent.getByRole('alert').getByText(/Modulo firmato/));
    await consent.getByLabel('Nome di genitore o tutore').fill('Una Madre');
    await consent.getByLabel('Modulo firmato').fill('consenso-firmato.pdf');
    await consent.getByRole('checkbox', { name: /^Acconsente/ }).check();
    await button(consent, 'Conferma').click();
    await done(page, 'Fatto: Registra il consenso');
    await take(page, 'Prendi in carico', nothing);
    await expect.poll(() => present(page)).toContain('Strategia da concordare');
  });

  test('agrees the strategy, waits for a full edition, re-orients and closes', async () => {
    const { id } = await api.withStrategy();
    const page = await openAs(MARTA, `/desk/cases/${id}`);
    const full = await office.server.pool.query<{ place: string }>(
      `UPDATE edition SET taken = seats WHERE id = (SELECT e.id FROM edition e
         WHERE e.opportunity_id = 'cv-lab' ORDER BY e.starts_on DESC LIMIT 1)
       RETURNING place`,
    );
    await button(page, 'Iscrivi a un laboratorio').click();
    const dialog = page.getByRole('dialog', { name: 'Iscrivi a un laboratorio' });
    await dialog
      .getByRole('radio', { name: /Completo, / })
      .filter({ hasText: full.rows[0]!.place })
      .click();
    await button(dialog, 'Conferma').click();
    await seen(dialog.getByRole('alert'));
    await dialog.getByRole('checkbox', { name: 'Va bene anche la lista d’attesa' }).check();
    await button(dialog, 'Conferma').click();
    await done(page, 'Fatto: Iscrivi a un laboratorio');
    await seen(part(page, 'Cosa si aspetta').getByText(/in lista d'attesa \(posto \d+\)/));

    await take(page, 'Ri-orienta', (form) => choose(form, 'È nato un nuovo interesse'));
    await take(page, 'Concorda la strategia', agree);
    await take(page, 'Chiudi con un esito', (form) => choose(form, /^Lavoro$/));
    await seen(page.getByText('Concluso: Lavoro'));

    const trace = part(page, 'Tutto quello che è successo');
    await seen(trace.getByText('Chiudi con un esito'));
    const lines = await trace.getByRole('listitem').allInnerTexts();
    for (const words of ['Convoca al colloquio', 'Prendi in carico', 'Ri-orienta']) {
      expect(
        lines.filter((line) => line.includes(words)),
        words,
      ).not.toEqual([]);
    }
    await button(page, 'Altro').click();
    await page.getByRole('menuitem', { name: 'Verifica il tracciato' }).click();
    await seen(page.getByText('Il tracciato è integro'));
  });

  test('corrects a mistake, and the timeline keeps what was there', async () => {
    const { id } = await api.withStrategy();
    const page = await openAs(MARTA, `/desk/cases/${id}`);
    await button(part(page, 'Dati del caso'), 'Correggi').click();
    const dialog = page.getByRole('dialog', { name: 'Correggi i dati del caso' });
    await choose(dialog, 'Studiare o qualificarsi');
    await dialog.getByLabel('Perché si corregge').fill('Ho scelto la riga sbagliata');
    await button(dialog, 'Registra la correzione').click();
    await done(page, 'Correzione registrata.');
    await seen(part(page, 'Dati del caso').getByText('Studiare o qualificarsi'));
    const trace = part(page, 'Tutto quello che è successo');
    await seen(trace.getByText('Studiare o qualificarsi'));
    await seen(trace.getByText('Trovare lavoro'));
  });

  test('finds a case by its name and hands it over', async () => {
    const { name, listed } = await api.opened();
    const page = await openAs(MARTA, '/desk/cases');
    await page.getByRole('searchbox', { name: 'Cerca per nome o contatto' }).fill(name);
    await seen(page.getByRole('status').getByText('1 caso'));
    await page.getByRole('link', { name: listed }).click();
    await button(page, 'Altro').click();
    await page.getByRole('menuitem', { name: 'Passa a un collega' }).click();
    const dialog = page.getByRole('dialog', { name: 'Passa a un collega' });
    await choose(dialog, 'Davide Ferrari');
    await dialog.getByLabel('Nota per chi lo prende').fill('Preferisce il pomeriggio');
    await button(dialog, 'Passa a un collega').click();
    await done(page, 'Il caso ora è di Davide Ferrari.');

    const theirs = await openAs('davide.ferrari@migwork.example', '/desk/cases');
    await theirs.getByRole('link', { name: listed }).click();
    await seen(theirs.getByText('Preferisce il pomeriggio'));
    await seen(part(theirs, 'Tutto quello che è successo').getByText(/Davide Ferrari/));
  });
});
