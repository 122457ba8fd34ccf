/** What goes wrong around the designer, and must cost nobody what they drew. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useOffice } from './office.ts';
import { gone, seen, signIn, useScreens } from './screens.ts';

const PAOLA = 'paola.bassi@migwork.example';
const CHIARA = 'chiara.brambilla@migwork.example';

const office = useOffice();
const { openAs } = useScreens(office);

async function newDraft(before?: (page: Page) => Promise<unknown>): Promise<Page> {
  const page = await openAs(PAOLA, '/desk/pathways/mig-work-groups');
  await before?.(page);
  await page.getByRole('button', { name: 'Nuova bozza' }).click();
  await page.waitForURL(/\/drafts\//);
  await listed(page);
  return page;
}

async function listed(page: Page): Promise<void> {
  await page.getByText('Elenco', { exact: true }).click();
  await seen(page.getByRole('tree', { name: 'Passi del percorso' }));
}

const line = (page: Page, name: string) => page.getByRole('treeitem', { name }).first();

/** Gives the first step another name. */
async function rename(page: Page, to: string): Promise<void> {
  await page.getByRole('treeitem').first().click();
  await page.keyboard.press('F2');
  await page.keyboard.type(to);
  await page.keyboard.press('Enter');
  await seen(line(page, to));
}

const saved = (page: Page) => seen(page.getByText('Tutto salvato'));
/** The draft's address in the API, and that of its document. */
const api = (page: Page) => `${new URL(page.url()).pathname.replace('/desk', '/api')}`;
const document = (page: Page) => `**${api(page)}/document`;

test('what was saved is there when the draft is opened again in the same tab', async () => {
  const page = await newDraft();
  const address = new URL(page.url()).pathname;
  await rename(page, 'Nome nuovo');
  await saved(page);
  await page.getByRole('link', { name: 'Torna ai percorsi' }).click();
  await page.waitForURL((url) => url.pathname !== address);
  await page.goBack();
  await page.waitForURL((url) => url.pathname === address);
  await listed(page);
  await seen(line(page, 'Nome nuovo'));
});

test('a server that asks to wait is asked again, and nothing is published before', async () => {
  const page = await newDraft();
  await page.route(document(page), (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({ status: 429, body: '' })
      : route.continue(),
  );
  await rename(page, 'Con pazienza');
  await seen(page.getByText('Il server non risponde bene'));
  await page.getByRole('button', { name: 'Pubblica…' }).click();
  await seen(page.getByText('Aspetta che le ultime modifiche siano salvate.'));
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await page.unroute(document(page));
  await saved(page);
});

test('when the session ends, what was drawn is there again after signing in', async () => {
  const page = await newDraft();
  await rename(page, 'Prima');
  await saved(page);
  await page.context().clearCookies();
  await rename(page, 'Dopo la fine della sessione');
  await page.waitForURL(/sign-in/);
  await signIn(page, PAOLA);
  await listed(page);
  await seen(line(page, 'Dopo la fine della sessione'));
  await saved(page);
});

test('a draft that a colleague discards is closed at once, with my edits still to be exported', async () => {
  const page = await newDraft();
  await rename(page, 'Prima');
  await saved(page);
  await page.route(document(page), (route) =>
    route.request().method() === 'PUT' ? route.abort('internetdisconnected') : route.continue(),
  );
  await rename(page, 'Non ancora salvato');
  const chiara = await openAs(CHIARA, '/desk/pathways/mig-work-groups');
  const answer = await chiara.evaluate(async (address) => {
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    return (await fetch(address, { method: 'DELETE', headers })).status;
  }, api(page));
  expect(answer).toBeLessThan(300);
  await seen(page.getByText('Questa bozza è stata scartata'));
  await page.getByRole('tab', { name: 'Commenti' }).click();
  await gone(page.getByRole('button', { name: 'Commenta', exact: true }));
  await page.unroute(document(page));
  await seen(page.getByText('Le tue ultime modifiche non sono nella bozza'));
  await page.reload();
  await listed(page);
  await seen(line(page, 'Non ancora salvato'));
  await seen(page.getByText('Le tue ultime modifiche non sono nella bozza'));
});

test('a browser that forbids its storage draws and saves as ever', async () => {
  const page = await newDraft((opened) =>
    opened.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('forbidden', 'SecurityError');
        },
      });
    }),
  );
  await page.reload();
  await listed(page);
  await rename(page, 'Senza memoria');
  await saved(page);
});
