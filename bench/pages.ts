/**
 * The scripts of a page as a real browser fetches them with nothing stored, until the page shows
 * what people came for; each as gzip at its usual level makes it.
 */
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../test/browser.ts';
import { bounded, type Row } from './row.ts';

/** The page may still fetch what it shows next. */
const QUIET_MS = 1500;

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;

interface Visit {
  readonly name: string;
  readonly path: string;
  /** A CSS selector of what shows that the page is there. */
  readonly shows: string;
  readonly limitKb: number;
}

/** Measures the pages of a running server; `token` is a coordinator's session. */
export async function benchPages(origin: string, token: string, caseId: string): Promise<Row[]> {
  const visits: Visit[] = [
    { name: 'public form', path: '/register', shows: 'form', limitKb: 120 },
    { name: 'case list', path: '/desk/cases', shows: 'a[href^="/desk/cases/"]', limitKb: 250 },
    {
      name: 'case page with its map',
      path: `/desk/cases/${caseId}`,
      shows: '.pathway-map .pathway-step',
      limitKb: 330,
    },
  ];
  const browser = await launchBrowser();
  try {
    const rows: Row[] = [];
    for (const visit of visits) rows.push(await measure(browser, origin, token, visit));
    return rows;
  } finally {
    await browser.close();
  }
}

async function measure(browser: Browser, origin: string, token: string, visit: Visit) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const { hostname } = new URL(origin);
  await context.addCookies([{ name: 'percorso', value: token, domain: hostname, path: '/' }]);
  const page = await context.newPage();
  const scripts = scriptsOf(page);
  await page.goto(origin + visit.path);
  await page.locator(visit.shows).first().waitFor();
  await page.waitForTimeout(QUIET_MS);
  const sizes = await Promise.all(scripts);
  await context.close();
  const value = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  const besides = `${sizes.length} scripts, fetched by Chromium, before any interaction`;
  const name = `desk: script of the first load, gzipped: ${visit.name}`;
  return bounded({ name, value, unit: 'kB', besides }, visit.limitKb);
}

/** Filled while the page loads: the gzipped bytes of every script. */
function scriptsOf(page: Page): Promise<number>[] {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (!/javascript/.test(type)) return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  return sizes;
}
