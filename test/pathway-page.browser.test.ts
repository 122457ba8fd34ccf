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
  expect(await page.getByText(OFF).count()).toBe(0);
  expect(await page.locator('.pathway-off').count()).toBe(0);
});
