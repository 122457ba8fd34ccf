import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useApi, useOffice } from './office.ts';
import { heading, SIZES, seen, useScreens } from './screens.ts';

const INVENTO = 'andrea.pozzi@migwork.example';
const COURSE = 'Corso di competenze trasversali';

const office = useOffice();
const api = useApi(office);

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const done = (page: Page, words: string | RegExp) =>
  seen(page.getByRole('status').getByText(words));

/** A partner is told a first name and an initial. */
const shortened = (name: string) => name.replace(/ (.).*$/, ' $1.');

describe.each(SIZES)('a partner operator $name', (size) => {
  const { openAs } = useScreens(office, size);

  test('sees the tasks of the own organisation and nothing else', async () => {
    const own = await api.enrolled('invento');
    const others = await api.enrolled('formaper');
    const page = await openAs(INVENTO, '/desk/');
    await seen(heading(page, 'Compiti di oggi'));
    await seen(page.getByText(shortened(own.name)));
    expect(await page.getByText(shortened(others.name)).count()).toBe(0);
    expect(await page.getByText(own.name).count(), 'no full name').toBe(0);
    expect(await page.getByRole('link', { name: 'Casi', exact: true }).count()).toBe(0);

    await page.goto(`${office.origin}/desk/cases/${own.id}`);
    await seen(page.getByRole('alert'));
    expect(await page.getByText(own.name).count()).toBe(0);
    await page.goto(`${office.origin}/desk/cases`);
    await seen(page.getByRole('alert'));
  });

  test('accepts a task and completes it, and the pathway moves on by itself', async () => {
    const { id, name } = await api.enrolled('invento');
    const page = await openAs(INVENTO, '/desk/tasks');
    const card = page.getByRole('listitem').filter({ hasText: shortened(name) });
    await card.getByRole('button', { name: /^Accetta: / }).click();
    await done(page, `Compito accettato: ${COURSE}`);
    const opens = card.getByRole('link', { name: `${COURSE}, ${shortened(name)}`, exact: true });
    await expect.poll(() => opens.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await seen(heading(page, COURSE));
    await press(page, 'Completa il compito');
    await seen(page.getByRole('alert').getByText(/Frequenza/));
    await page.getByLabel('Frequenza').fill('90');
    await page.getByRole('radio', { name: 'Concluso' }).check();
    await press(page, 'Completa il compito');
    await done(page, /Il percorso va avanti/);
    await seen(page.getByText(/il percorso è andato avanti da solo/));
    const view = await api.read(id);
    expect(view.steps.map(({ step }) => step)).toContain('next-step');
    expect(view.facts).toContainEqual(
      expect.objectContaining({ name: 'softSkillsCourses', value: 1 }),
    );
  });

  test('declines a task with a reason', async () => {
    const { id, name } = await api.enrolled('invento');
    const page = await openAs(INVENTO, '/desk/tasks');
    const card = page.getByRole('listitem').filter({ hasText: shortened(name) });
    await card.getByRole('link', { name: COURSE }).click();
    await press(page, 'Non posso farlo');
    await press(page, 'Rifiuta il compito');
    await seen(page.getByText('Scrivi il motivo in poche parole'));
    await page.getByLabel(/^Perché\?/).fill('Il corso è rimandato');
    await press(page, 'Rifiuta il compito');
    await done(page, /^Compito rifiutato/);
    await seen(page.getByText('Motivo: Il corso è rimandato'));
    expect((await api.read(id)).steps.map(({ step }) => step)).toContain('strategy-drafting');
  });
});
