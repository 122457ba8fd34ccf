/** A pathway's page: how many stand where, and where youths left it, for those who may know. */
import { beforeAll, expect, test } from 'vitest';
import { MARTA, useApi, useOffice } from './office.ts';
import { faultsByAxe, SIZES, seen, useScreens } from './screens.ts';

const PAOLA = 'paola.bassi@migwork.example';
const MONITOR = 'alessandro.testa@migwork.example';
const PAGE = '/desk/pathways/mig-work-students';
const OFF = 'fuori dal percorso';
const [PHONE] = SIZES;

const office = useOffice();
const api = useApi(office);
const { openAs } = useScreens(office);

beforeAll(async () => {
  const { id } = await api.opened();
  for (const label of ['Telefonare a scuola', 'Scrivere alla famiglia']) {
    const { revision } = await api.read(id);
    const deviation = { type: 'add-task', label, assignee: { role: 'case-manager' } };
    const body = { deviation, reason: 'Lo chiede la scuola' };
    await api.ask('POST', `/api/cases/${id}/deviations`, body, { as: MARTA, revision });
  }
});

test('a coordinator sees on map and list how often youths left a step, in the same words', async () => {
  const page = await openAs(PAOLA, PAGE);
  const step = page.getByRole('group', { name: `1 persona qui ora, 2 volte ${OFF}` });
  await seen(step);
  expect((await step.getAttribute('aria-label'))?.startsWith('Pre-iscritto')).toBe(true);
  await step.locator(`[title="2 volte ${OFF}"]`).getByText('2').waitFor();
  await seen(page.getByText('quante volte si è usciti dal percorso da quel passo'));
  await step.focus();
  await page.keyboard.press('Enter');
  await seen(page.locator('.pathway-ways').getByText(`2 volte ${OFF}`));
  expect(await faultsByAxe(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Elenco' }).click();
  await seen(page.getByRole('tabpanel').getByText(`2 volte ${OFF}`));
  expect(await faultsByAxe(page)).toEqual([]);
});

test('on a phone the list comes first, and fits', async () => {
  const page = await openAs(PAOLA, PAGE, PHONE);
  await seen(page.getByRole('tabpanel', { name: 'Elenco' }).getByText(`2 volte ${OFF}`));
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE!.width);
});

test('whoever may not read the counts is told nothing of them', async () => {
  const page = await openAs(MONITOR, PAGE);
  await seen(page.getByRole('group', { name: /^Pre-iscritto/ }));
  await page.waitForLoadState('networkidle');
  await expect.poll(() => page.getByText(OFF).count()).toBe(0);
  await expect.poll(() => page.locator('.pathway-off').count()).toBe(0);
});

/** Another title: enough for a version of its own. */
async function publishesAnother(): Promise<void> {
  const begun = { from: 'version', pathway: 'mig-work-students' };
  interface Begun {
    readonly id: string;
    readonly document: { title: { it: string } };
  }
  const draft = await api.ask<Begun>('POST', '/api/drafts', begun, { as: PAOLA });
  draft.document.title.it += ', di nuovo';
  const path = `/api/drafts/${draft.id}`;
  const saved = { document: JSON.stringify(draft.document) };
  await api.ask('PUT', `${path}/document`, saved, { as: PAOLA, revision: 1 });
  await api.ask(
    'POST',
    `${path}/publication`,
    { note: 'Un titolo nuovo' },
    { as: PAOLA, revision: 2 },
  );
}

test('after publishing what comes next is said before the map, which keys can skip', async () => {
  await publishesAnother();
  const page = await openAs(PAOLA, PAGE);
  const moves = page.getByRole('region', { name: 'Spostamenti tra versioni' });
  await seen(moves.getByText(/segu(e|ono) ancora una versione precedente/));
  await moves.getByRole('button', { name: 'Sposta chi è dentro' }).focus();
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const stops: string[] = [];
  while (stops.at(-1) !== 'Salta la mappa' && stops.length < 12) {
    await page.keyboard.press('Tab');
    stops.push(await focused());
  }
  expect(stops.at(-1)).toBe('Salta la mappa');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('.pathway-map')))
    .toBeNull();
  expect(await faultsByAxe(page)).toEqual([]);
});

test('a draft that was just begun has the focus on its heading', async () => {
  const page = await openAs(PAOLA, PAGE);
  await seen(page.getByRole('group', { name: /^Pre-iscritto/ }));
  await page.getByRole('button', { name: 'Nuova bozza' }).press('Enter');
  await page.waitForURL(/\/desk\/drafts\//);
  const heading = page.getByRole('heading', { level: 1 });
  await seen(page.getByRole('button', { name: 'Pubblica…' }));
  await expect.poll(() => heading.evaluate((one) => one === document.activeElement)).toBe(true);
});
