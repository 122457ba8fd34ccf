/** What everybody must be able to do, whatever they see with, type with or come back to. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { MARTA, type OpenedCase, useApi, useOffice } from './office.ts';
import { faultsByAxe, heading, SIZES, type Size, seen, signIn, useScreens } from './screens.ts';

const PAOLA = 'paola.bassi@migwork.example';
const INVENTO = 'andrea.pozzi@migwork.example';
const SILVIA = 'silvia.morelli@migwork.example';
const NARROW: Size = { name: 'narrow', width: 320, height: 640 };
const TABS_MAX = 60;

const office = useOffice();
const api = useApi(office);
let enrolled: OpenedCase;
let convened: OpenedCase;
beforeAll(async () => {
  enrolled = await api.enrolled('invento');
  convened = await api.opened();
});

const PUBLIC = ['/', '/register', '/privacy', '/my-pathway', '/desk/sign-in'];

/** Who sees which page of the desk; a case and a task are among them. */
const deskPages = (): [email: string, paths: string[]][] => [
  [MARTA, ['/desk/cases', `/desk/cases/${enrolled.id}`, '/desk/cases/new-group']],
  [INVENTO, ['/desk/tasks']],
  [
    PAOLA,
    [
      '/desk/overview',
      '/desk/pathways',
      '/desk/pathways/mig-work-students',
      '/desk/opportunities',
      '/desk/organisations',
      '/desk/people',
      '/desk/outbox',
    ],
  ],
  [SILVIA, ['/desk/access-log', '/desk/people']],
];

/** The page has its heading, and nothing is on its way any more. */
async function settled(page: Page): Promise<void> {
  await seen(page.getByRole('heading', { level: 1 }));
  await page.waitForFunction(() => !document.querySelector('[data-visible].mantine-Skeleton-root'));
}

const spillsOver = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return document.documentElement.scrollWidth > width
      ? `${document.documentElement.scrollWidth} > ${width}`
      : '';
  });

/** As a reader's own setting would: every length in the style sheets follows the root's. */
function doubleText(): void {
  const root = document.documentElement;
  root.style.fontSize = `${Number.parseFloat(getComputedStyle(root).fontSize) * 2}px`;
}

/** Looks at every page once, and gathers what is wrong with it. */
function useTour(size: Size) {
  const { open } = useScreens(office, size);
  return async (look: (page: Page) => Promise<string[]>) => {
    const faults: string[] = [];
    const visit = async (page: Page, path: string) => {
      await page.goto(office.origin + path);
      await settled(page);
      for (const fault of await look(page)) faults.push(`${path}: ${fault}`);
    };
    const outside = await open('/');
    for (const path of PUBLIC) await visit(outside, path);
    await visit(outside, convened.link.replace(office.origin, ''));
    for (const [email, paths] of deskPages()) {
      const page = await open('/desk/sign-in');
      await signIn(page, email);
      for (const path of paths) await visit(page, path);
    }
    return faults;
  };
}

describe.each(SIZES)('every main page $name', (size) => {
  const tour = useTour(size);

  test('has nothing that axe finds against WCAG 2.2 AA', async () => {
    expect(await tour(faultsByAxe)).toEqual([]);
  });
});

describe('every main page', () => {
  const tour = useTour(NARROW);

  test('needs no scrolling sideways at 320 pixels, not even with text of twice the size', async () => {
    const faults = await tour(async (page) => {
      const usual = await spillsOver(page);
      await page.evaluate(doubleText);
      const large = await spillsOver(page);
      return [usual, large && `with large text ${large}`].filter(Boolean);
    });
    expect(faults).toEqual([]);
  });
});

/** Presses the tabulator until the focus is there, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await seen(target);
  for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${target}.`);
}

describe('by keyboard alone', () => {
  const { open } = useScreens(office);

  test('one signs in, opens a case and takes its first action', async () => {
    const { id, listed } = await api.opened();
    const page = await open('/desk/cases');
    await tabTo(page, page.getByRole('textbox', { name: 'Posta elettronica' }));
    await page.keyboard.type(MARTA);
    await page.keyboard.press('Tab');
    await page.keyboard.type('percorso-di-prova');
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('link', { name: listed }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Convoca al colloquio' }));
    await page.keyboard.press('Enter');

    const dialog = page.getByRole('dialog', { name: 'Convoca al colloquio' });
    await tabTo(page, dialog.getByLabel('Giorno e ora'));
    await page.keyboard.type('01022027');
    await page.keyboard.press('Tab');
    // The letter is for browsers that ask for a half of the day; others pass it over.
    await page.keyboard.type('1030a');
    await tabTo(page, dialog.getByRole('radio', { name: 'Informagiovani, via Dogana 2' }));
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await seen(page.getByRole('status').getByText('Fatto: Convoca al colloquio'));
    const next = heading(page, 'Cosa può succedere adesso');
    await next.and(page.locator(':focus')).waitFor();
    expect((await api.read(id)).steps.map(({ step }) => step)).toContain('awaiting-reply');
  });

  test('a dialog is left by Escape, and the focus returns to where it came from', async () => {
    const { id } = await api.opened();
    const page = await open(`/desk/cases/${id}`);
    await signIn(page, MARTA);
    const opener = page.getByRole('button', { name: 'Convoca al colloquio' });
    await tabTo(page, opener);
    await page.keyboard.press('Enter');
    await seen(page.getByRole('dialog').locator(':focus'));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await opener.and(page.locator(':focus')).waitFor();
  });
});

describe('coming and going', () => {
  const { open, openAs } = useScreens(office);

  test('a deep link leads, through signing in, to where it says', async () => {
    const path = `/desk/cases/${enrolled.id}`;
    const page = await open(path);
    await seen(heading(page, 'Accedi'));
    await signIn(page, MARTA);
    await seen(heading(page, enrolled.name));
    expect(new URL(page.url()).pathname).toBe(path);
    await page.getByRole('button', { name: 'Esci' }).click();
    await seen(heading(page, 'Accedi'));
    await page.goto(office.origin + path);
    await seen(heading(page, 'Accedi'));
  });

  test('the back button leads from a case to the list as it was', async () => {
    const page = await openAs(MARTA, '/desk/cases?pathway=mig-work-students&order=name');
    await page.getByRole('link', { name: enrolled.listed }).click();
    await seen(heading(page, enrolled.name));
    await page.goBack();
    await seen(heading(page, 'I miei casi'));
    await seen(page.getByRole('link', { name: enrolled.listed }));
    await expect.poll(() => page.getByLabel('Ordina per').inputValue()).toBe('name');
    await page.goForward();
    await seen(heading(page, enrolled.name));
  });

  test('the language is changed everywhere at once, and is remembered', async () => {
    const page = await openAs(MARTA, `/desk/cases/${enrolled.id}`);
    await seen(heading(page, 'Cosa può succedere adesso'));
    await page.getByRole('button', { name: /^EN/ }).click();
    await seen(heading(page, 'What can happen now'));
    await expect.poll(() => page.getAttribute('html', 'lang')).toBe('en');
    const italian = /\b(Caso|Dati|Altro|Iscrivi|Corso di|Cosa|Convoca|Registrato|Il percorso)\b/;
    const left = page.getByRole('main').getByText(italian);
    await expect.poll(() => left.allTextContents()).toEqual([]);
    await page.reload();
    await seen(heading(page, 'What can happen now'));
    await page.goto(`${office.origin}/`);
    await seen(heading(page, /^Not sure what/));
    await expect.poll(() => page.getAttribute('html', 'lang')).toBe('en');
  });

  test('an address that leads nowhere is explained, outside and inside', async () => {
    const page = await open('/no-such-page');
    await seen(heading(page, "Questa pagina non c'è"));
    const desk = await openAs(MARTA, '/desk/no-such-page');
    await seen(heading(desk, 'Pagina non trovata'));
  });
});
