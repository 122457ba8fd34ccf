/** Pages in a real browser, each in a session of its own, which must end without a complaint. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, ConsoleMessage, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect as expectValue } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Office, PASSWORD } from './office.ts';

export interface Size {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

export const SIZES: readonly Size[] = [
  { name: 'on a phone', width: 360, height: 740 },
  { name: 'at a desk', width: 1280, height: 800 },
];

/** Only what never comes is waited for so long. */
const WAIT_MS = 60_000;

/** What a browser writes about a «no», or no network, that the page itself answers for. */
const EXPECTED =
  /^Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/;

export interface Screens {
  /** Opens an address of the office in a browser where nobody has been before. */
  readonly open: (path: string, size?: Size) => Promise<Page>;
  /** The same, after signing in by the form; lands where the address leads. */
  readonly openAs: (email: string, path: string, size?: Size) => Promise<Page>;
}

/** Opens the browser for the test file, and closes what a test has opened after the test. */
export function useScreens(office: Pick<Office, 'origin'>, usual: Size = SIZES[1]!): Screens {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expectValue(complaints.splice(0)).toEqual([]);
  });

  const listen = (context: BrowserContext) => {
    context.on('console', (message: ConsoleMessage) => {
      if (!['error', 'warning'].includes(message.type())) return;
      if (!EXPECTED.test(message.text())) complaints.push(`${message.type()}: ${message.text()}`);
    });
    context.on('weberror', (error) => complaints.push(String(error.error())));
    context.on('response', (response) => {
      if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
    });
  };

  const open: Screens['open'] = async (path, size = usual) => {
    const context = await browser.newContext({
      viewport: { width: size.width, height: size.height },
      locale: 'it-IT',
      timezoneId: 'Europe/Rome',
      reducedMotion: 'reduce',
    });
    contexts.push(context);
    context.setDefaultTimeout(WAIT_MS);
    listen(context);
    const page = await context.newPage();
    await page.goto(new URL(path, office.origin).href);
    return page;
  };

  const openAs: Screens['openAs'] = async (email, path, size = usual) => {
    const page = await open(path, size);
    await signIn(page, email);
    return page;
  };
  return { open, openAs };
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Posta elettronica' }).fill(email);
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await page.getByRole('button', { name: 'Entra', exact: true }).click();
  await page.getByRole('button', { name: 'Entra', exact: true }).waitFor({ state: 'detached' });
}

/** Waits until it is seen: what playwright's own `expect` would do, which comes without vitest. */
export const seen = (locator: Locator) => locator.first().waitFor({ state: 'visible' });
export const gone = (locator: Locator) => locator.first().waitFor({ state: 'hidden' });

export const heading = (page: Page | Locator, name: string | RegExp) =>
  page.getByRole('heading', { name });

/** What axe finds against WCAG 2.2 AA, a line each: on the page, or within one part of it. */
export async function faultsByAxe(page: Page, within = 'html'): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).include(within).withTags(tags).analyze();
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map(({ html }) => html.slice(0, 120));
    return `${id}: ${help}: ${where.join(' ; ')}`;
  });
}
