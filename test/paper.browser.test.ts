/** What coordinators and case managers take to a meeting on paper. */
import type { PathwayDocument } from '@percorso/engine';
import type { DraftView } from '@percorso/server/contract';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { MARTA, newYouth, type OpenedCase, useApi, useOffice } from './office.ts';
import { heading, seen, useScreens } from './screens.ts';

const PAOLA = 'paola.bassi@migwork.example';
const NEET = 'mig-work-neet';
const IN_DIFFICULTY = 2;
const REGISTERED = 3;
/** What is left of an upright A4 sheet between its margins, in CSS pixels. */
const SHEET_PX = 688;
const SLOW_MS = 300_000;
const STAMP = /Stampato il \d+ \w+ \d{4}, ore \d\d:\d\d da Paola Bassi/;

const office = useOffice();
const api = useApi(office);
const { openAs } = useScreens(office);
let troubled: OpenedCase;

const neet = () => ({ ...newYouth(18), situation: 'out-of-school' as const });

beforeAll(async () => {
  for (let n = 0; n < REGISTERED; n += 1) await api.registered(neet());
  for (let n = 0; n < IN_DIFFICULTY; n += 1) {
    troubled = await api.takenInCharge(neet());
    await api.act(troubled.id, 'REPORT_DIFFICULTY');
  }
}, SLOW_MS);

/** A draft of the pathway whose step for those in difficulty is another one. */
async function redrawn(): Promise<DraftView> {
  const as = PAOLA;
  const asked = { from: 'version', pathway: NEET };
  const { id } = await api.ask<DraftView>('POST', '/api/drafts', asked, { as });
  const draft = await api.ask<DraftView>('GET', `/api/drafts/${id}`, undefined, { as });
  const text = JSON.stringify(draft.document as PathwayDocument);
  const document = text.replaceAll('in-difficulty', 'in-need').replaceAll('In difficoltà', 'Aiuto');
  const { revision } = draft;
  await api.ask('PUT', `/api/drafts/${id}/document`, { document, edits: [] }, { as, revision });
  return draft;
}

interface Sheets {
  /** Everything that can be read on them. */
  readonly text: string;
  readonly isAcross: readonly boolean[];
}

/** Prints a page, as the browser's own menu does, and reads what is on the paper. */
async function onPaper(page: Page): Promise<Sheets> {
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const isAcross = sheets.map(([, width, height]) => Number(width) > Number(height));
  await page.emulateMedia({ media: 'print' });
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: SHEET_PX, height: size.height });
  // Styles may take a frame to be those of paper.
  await expect.poll(() => page.evaluate(faultsOnPaper)).toEqual([]);
  // biome-ignore lint/performance/useDomNodeTextContent: only what is seen is on paper
  const text = await page.locator('body').innerText();
  await page.setViewportSize(size);
  await page.emulateMedia({ media: null });
  return { text, isAcross };
}

/** Runs in the browser: what can only be used on a screen, is cut, or is a link to look at. */
function faultsOnPaper(): string[] {
  const { document, getComputedStyle, innerWidth } = globalThis;
  const shown = [...document.body.querySelectorAll<HTMLElement>('*')].filter((one) =>
    one.checkVisibility({ visibilityProperty: true }),
  );
  const isOf = (what: string) => (one: Element) => one.matches(what);
  const name = (one: Element) => `${one.tagName} ${one.textContent?.slice(0, 40)}`;
  const forScreens = shown.filter(
    isOf('button, nav, header:not([role=presentation]), footer, select, textarea, [role=tab]'),
  );
  const links = shown.filter(isOf('a')).filter((one) => {
    const { color, textDecorationLine } = getComputedStyle(one);
    return textDecorationLine !== 'none' || color !== getComputedStyle(one.parentElement!).color;
  });
  const cut = shown.filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
  return [...forScreens, ...links, ...cut].map(name);
}

test(
  'the preview goes to paper with its numbers, and with names only where they are asked for',
  async () => {
    const draft = await redrawn();
    const page = await openAs(PAOLA, `/desk/drafts/${draft.id}/impact`);
    await seen(heading(page, 'Casi simili'));
    const counts = await onPaper(page);
    expect(counts.text).toMatch(STAMP);
    expect(counts.text).toContain('Ripartiamo — giovani 16–25 · bozza; in uso la versione 1');
    expect(counts.text).toContain('Che cosa succede a chi è dentro');
    expect(counts.text).toContain(`${REGISTERED} casi`);
    expect(counts.text).not.toContain(troubled.listed);
    expect(counts.text).not.toMatch(/Scegli il numero|scegli un numero/);

    await page.evaluate(() => {
      globalThis.print = () => globalThis.document.body.setAttribute('data-printed', '');
    });
    await page.getByRole('button', { name: 'Stampa' }).click();
    await page.getByRole('menuitem', { name: 'Anche con i nomi' }).click();
    await page.locator('[data-printed]').waitFor();
    await page.emulateMedia({ media: 'print' });
    await seen(page.getByText(`${troubled.listed} (Marta Colombo)`));
    // What is said in passing is no larger than what counts.
    const aside = page.getByText(/^Niente da fare e niente da perdere/).first();
    const [its, around] = await aside.evaluate((one) =>
      [one, one.parentElement!].map((each) => Number.parseFloat(getComputedStyle(each).fontSize)),
    );
    expect(its).toBe(around);
    await page.emulateMedia({ media: null });
    await page.evaluate(() => globalThis.dispatchEvent(new Event('afterprint')));
    expect((await onPaper(page)).text).not.toContain(troubled.listed);
  },
  SLOW_MS,
);

test(
  'a window over the page is printed instead of the page',
  async () => {
    const draft = await redrawn();
    const page = await openAs(PAOLA, `/desk/drafts/${draft.id}/impact`);
    await page
      .getByRole('link', { name: `${REGISTERED} casi, Pre-iscritto` })
      .first()
      .click();
    await seen(page.getByRole('dialog').getByText('senza case manager').first());
    const { text, isAcross } = await onPaper(page);
    expect(text).toContain('Chi sono');
    expect(text).not.toContain('Casi simili');
    expect(isAcross).toEqual([false]);
  },
  SLOW_MS,
);

test(
  'a case goes to paper with what is known before all that happened',
  async () => {
    const page = await openAs(MARTA, `/desk/cases/${troubled.id}`);
    await seen(page.getByText('Inizio del percorso'));
    await page.getByLabel('Mostra', { exact: true }).selectOption('actions');
    const { text } = await onPaper(page);
    expect(text).toMatch(
      /Ripartiamo — giovani 16–25 · versione 1\s+Stampato il .* da Marta Colombo/,
    );
    expect(text).toMatch(/Tutto quello che è successo\s+Azioni/);
    await page.emulateMedia({ media: 'print' });
    const [known, happened] = await Promise.all(
      ['Dati del caso', 'Tutto quello che è successo'].map((name) =>
        heading(page, name).boundingBox(),
      ),
    );
    expect(known!.y).toBeLessThan(happened!.y);
  },
  SLOW_MS,
);

test(
  'a pathway goes to paper with its lists, and the drawing on a last sheet of its own',
  async () => {
    const page = await openAs(PAOLA, `/desk/pathways/${NEET}`);
    await seen(heading(page, 'Dove sono ora'));
    await seen(page.getByRole('button', { name: 'Stampa' }));
    await page.waitForLoadState('networkidle');
    const { text, isAcross } = await onPaper(page);
    expect(text).toMatch(STAMP);
    expect(text).toMatch(/versione 1\s/);
    expect(text).toContain('Prima versione del programma MiG-Work');
    expect(text).not.toContain('Scegli un passo');
    expect(isAcross.indexOf(true)).toBe(isAcross.length - 1);
    expect(isAcross.length).toBeGreaterThan(1);
  },
  SLOW_MS,
);
