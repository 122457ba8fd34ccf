import { describe, expect, test } from 'vitest';
import { MARTA, newYouth, useApi, useOffice } from './office.ts';
import { heading, SIZES, seen, useScreens } from './screens.ts';

const PAOLA = 'paola.bassi@migwork.example';

const office = useOffice();
const api = useApi(office);

describe.each(SIZES)('a coordinator $name', (size) => {
  const { openAs } = useScreens(office, size);

  test('is shown a possible duplicate, decides, and assigns a case manager', async () => {
    const youth = newYouth(20);
    await api.opened(youth);
    const again = { ...youth, firstName: `${youth.firstName}h`, phone: newYouth(20).phone };
    await api.registered(again);
    const name = `${again.lastName} ${again.firstName}`;
    const page = await openAs(PAOLA, '/desk/cases');
    await seen(heading(page, 'Tutti i casi'));
    const row = page.getByRole('row').filter({ hasText: name });
    await seen(row.getByText('1 possibile doppione'));
    await seen(row.getByText('non assegnato'));
    await row.getByRole('link', { name }).click();

    await seen(page.getByText('Forse è già registrato'));
    await page.getByRole('button', { name: 'Confronta' }).click();
    const compared = page.getByRole('dialog', { name: 'È la stessa persona?' });
    await seen(compared.getByRole('row', { name: /^Data di nascita/ }));
    await compared.getByRole('button', { name: 'Sono persone diverse' }).click();
    await seen(page.getByRole('status').getByText('Decisione registrata.'));
    await page.getByText('Forse è già registrato').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Assegna un case manager' }).click();
    const dialog = page.getByRole('dialog', { name: 'Assegna un case manager' });
    await dialog.getByRole('button', { name: 'Assegna un case manager' }).click();
    await seen(dialog.getByText('Scegli una persona.'));
    await dialog.getByRole('radio', { name: 'Marta Colombo' }).check();
    await dialog.getByRole('button', { name: 'Assegna un case manager' }).click();
    await seen(page.getByRole('status').getByText('Il caso ora è di Marta Colombo.'));

    const theirs = await openAs(MARTA, '/desk/cases');
    await seen(theirs.getByRole('link', { name }));
  });

  test('sees the pathways, their versions and how many stand at each step', async () => {
    await api.withStrategy();
    const page = await openAs(PAOLA, '/desk/pathways');
    const links = page.getByRole('main').getByRole('listitem').getByRole('link');
    await seen(links);
    await expect.poll(() => links.count()).toBe(5);
    await links.filter({ hasText: '16–19' }).click();
    await seen(heading(page, 'Versioni'));
    await seen(page.getByRole('region', { name: 'Versioni' }).getByText('Prima versione'));
    const where = page.getByRole('table', { name: 'Dove sono ora' });
    const row = where.getByRole('row').filter({ hasText: 'Scelta del prossimo passo' });
    expect(Number(/\d+/.exec((await row.textContent())!)![0])).toBeGreaterThan(0);
    await row.getByRole('link').click();
    await seen(heading(page, 'Tutti i casi'));
    await seen(page.getByRole('row').filter({ hasText: 'Marta Colombo' }));
  });

  test('sees the programme at a glance', async () => {
    await api.opened();
    const page = await openAs(PAOLA, '/desk/overview');
    await seen(heading(page, 'Quadro generale'));
    await seen(heading(page, 'Dalla pre-iscrizione alla presa in carico'));
    await seen(page.getByRole('row').filter({ hasText: 'Marta Colombo' }));
  });
});
