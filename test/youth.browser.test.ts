import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { inDays, newYouth, useApi, useOffice } from './office.ts';
import { heading, SIZES, seen, useScreens } from './screens.ts';

const office = useOffice();
const api = useApi(office);

const text = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** The first step of the form, in the language of its labels. */
async function tellBirth(page: Page, date: string, labels = ['Giorno', 'Mese', 'Anno']) {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  await page.getByLabel(labels[0]!, { exact: true }).fill(String(day));
  await page
    .getByRole('combobox', { name: labels[1]!, exact: true })
    .selectOption({ index: month });
  await page.getByLabel(labels[2]!, { exact: true }).fill(String(year));
}

const participantsNamed = async (firstName: string) =>
  (await office.server.pool.query('SELECT * FROM participant WHERE first_name = $1', [firstName]))
    .rows;

describe.each(SIZES)('a young person $name', (size) => {
  const { open } = useScreens(office, size);

  test('pre-registers in Italian, reads the privacy notice and gets a receipt', async () => {
    const youth = newYouth(19);
    const page = await open('/');
    await page.getByRole('link', { name: 'Pre-iscriviti' }).first().click();
    await seen(heading(page, 'Chi sei'));
    await press(page, 'Continua');
    await seen(page.getByRole('alert').getByText('Scrivi il cognome'));
    await text(page, 'Nome').fill(youth.firstName);
    await text(page, 'Cognome').fill(youth.lastName);
    await tellBirth(page, youth.birthDate);
    await press(page, 'Continua');

    await seen(heading(page, 'Come ti troviamo'));
    await text(page, 'Telefono').fill(youth.phone!);
    await text(page, 'Email').fill(`${youth.firstName}@example.org`);
    await press(page, 'Continua');

    await seen(heading(page, 'Che cosa cerchi'));
    await page.getByRole('radio', { name: /^Vado a scuola/ }).check();
    await page.getByLabel(/^Che cosa ti piacerebbe/).fill('Un lavoro con le mani');
    await press(page, 'Continua');

    await seen(heading(page, 'Controlla e invia'));
    await press(page, 'Invia la pre-iscrizione');
    await seen(page.getByRole('alert').getByText(/^Conferma di avere letto/));
    const opening = page.waitForEvent('popup');
    await page.getByRole('link', { name: /^Leggi l'informativa/ }).click();
    const notice = await opening;
    await seen(heading(notice, 'Chi li vede'));
    await notice.close();
    await page.getByRole('checkbox', { name: /^Ho letto l'informativa/ }).check();
    await press(page, 'Invia la pre-iscrizione');

    await seen(heading(page, /^Fatto!/));
    await seen(page.getByText(/^MIG-/));
    await page.getByRole('link', { name: 'Apri la tua pagina' }).click();
    await seen(heading(page, `Ciao ${youth.firstName}`));
    expect(new URL(page.url()).hash, 'the link is taken out of the address').toBe('');
    const [stored] = await participantsNamed(youth.firstName);
    expect(stored).toMatchObject({ language: 'it', birth_date: expect.anything() });
  });

  test('pre-registers in English', async () => {
    const youth = newYouth(22);
    const page = await open('/');
    await press(page, 'English');
    await seen(heading(page, /^Not sure what your next step is/));
    await expect.poll(() => page.getAttribute('html', 'lang')).toBe('en');
    await page.getByRole('link', { name: 'Pre-register', exact: true }).first().click();
    await text(page, 'First name').fill(youth.firstName);
    await text(page, 'Last name').fill(youth.lastName);
    await tellBirth(page, youth.birthDate, ['Day', 'Month', 'Year']);
    await press(page, 'Continue');
    await text(page, 'Phone').fill(youth.phone!);
    await press(page, 'Continue');
    await page.getByRole('radio', { name: /^I left school/ }).check();
    await press(page, 'Continue');
    await page.getByRole('checkbox', { name: /privacy notice/ }).check();
    await press(page, 'Send the pre-registration');
    await seen(page.getByText(/^MIG-/));
    expect(await participantsNamed(youth.firstName)).toMatchObject([{ language: 'en' }]);
  });

  test('who is not yet 16 is told kindly, and nothing is kept', async () => {
    const child = newYouth(15);
    const page = await open('/register');
    await text(page, 'Nome').fill(child.firstName);
    await text(page, 'Cognome').fill(child.lastName);
    await tellBirth(page, child.birthDate);
    await press(page, 'Continua');
    await seen(heading(page, /^È ancora presto per MiG-Work/));
    await seen(page.getByText(/Telefono Azzurro/));
    expect(await participantsNamed(child.firstName)).toEqual([]);
    await press(page, 'La data è sbagliata? Torna indietro');
    await seen(heading(page, 'Chi sei'));
    await expect.poll(() => text(page, 'Nome').inputValue()).toBe(child.firstName);
  });

  test('an educator registers a minor together with them', async () => {
    const youth = newYouth(17);
    const page = await open('/');
    await page.getByRole('link', { name: 'Pre-iscrivi un ragazzo o una ragazza' }).click();
    await page.getByRole('radio', { name: /^Sto aiutando/ }).check();
    await text(page, 'Nome del ragazzo o della ragazza').fill(youth.firstName);
    await text(page, 'Cognome del ragazzo o della ragazza').fill(youth.lastName);
    await tellBirth(page, youth.birthDate);
    await text(page, 'Nome e cognome di chi aiuta').fill('Anna Educatrice');
    await press(page, 'Continua');
    await text(page, 'Telefono').fill(youth.phone!);
    await page.getByLabel(/^Nome e cognome/).fill('Una Madre');
    await page.getByLabel(/^Telefono o email del genitore/).fill('333 999 8877');
    await press(page, 'Continua');
    await page.getByRole('radio', { name: /^Vado a scuola/ }).check();
    await press(page, 'Continua');
    await page.getByRole('checkbox', { name: /ha letto con me/ }).check();
    await press(page, 'Invia la pre-iscrizione');
    await seen(page.getByText(/^MIG-/));
    expect(await participantsNamed(youth.firstName)).toMatchObject([
      { helper: { name: 'Anna Educatrice' }, guardian: { name: 'Una Madre' } },
    ]);
  });

  test('confirms a convening by the signed link of the mail', async () => {
    const youth = { ...newYouth(18), email: `z${crypto.randomUUID()}@example.org` };
    const { id } = await api.opened(youth);
    await api.act(id, 'CONVENE', { at: inDays(5).toISOString(), place: 'informagiovani' });
    const mail = await office.server.pool.query<{ body: string }>(
      'SELECT body FROM outbox WHERE recipient = $1 ORDER BY at DESC LIMIT 1',
      [youth.email],
    );
    const link = /http\S+my-pathway\S+/.exec(mail.rows[0]!.body)![0];
    const page = await open(link);
    await seen(heading(page, 'Il tuo prossimo appuntamento'));
    await seen(page.getByText(/Informagiovani, via Dogana 2/));
    await press(page, 'Confermo, ci sarò');
    await seen(page.getByRole('status').getByText('Fatto: Confermo, ci sarò'));
    const view = await api.read(id);
    expect(view.steps.map(({ step }) => step)).toContain('confirmed');
    await page.reload();
    await seen(page.getByText('Marta Colombo'));
  });

  test('asks for another day, and may stop only after being asked again', async () => {
    const { id, link } = await api.opened();
    await api.act(id, 'CONVENE', { at: inDays(5).toISOString(), place: 'school' });
    const page = await open(link);
    await press(page, 'Chiedo un altro giorno');
    await page.getByRole('radio', { name: 'Il pomeriggio' }).check();
    await press(page, 'Invia');
    await seen(page.getByRole('status').getByText('Fatto: Chiedo un altro giorno'));
    await press(page, 'Rinuncia al percorso');
    await seen(page.getByText(/^È una scelta che chiude il tuo percorso/));
    await press(page, 'No, torno indietro');
    expect((await api.read(id)).steps.map(({ step }) => step)).toContain('date-requested');
  });

  test('a link that is no link is explained', async () => {
    const page = await open('/my-pathway#this-is-no-token-of-ours-at-all');
    await seen(heading(page, 'Questo link non funziona più'));
  });
});
