/** Finds in the page what a person would look for: by its kind and by what it is called. */
import type { ElementHandle, Page } from 'playwright-core';

export type Kind = keyof typeof KINDS;

/** What is looked for, in the dialog that is open, else in the whole page. */
export interface Thing {
  readonly kind: Kind;
  readonly name: string;
  /** Only the beginning of its name is known. */
  readonly isPrefix?: boolean;
  /** A selector of what it lies in. */
  readonly within?: string | undefined;
}

const KINDS = {
  button: 'button:not([role=tab]):not([role=menuitem])',
  text: 'input[type=text], input[type=search], input:not([type]), textarea',
  list: 'input[aria-haspopup=listbox], input[role=combobox]',
  select: 'select',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  tab: '[role=tab]',
  menuitem: '[role=menuitem]',
} as const;

const WAIT_MS = 60_000;

/** Puts the focus on a thing, as Tab and the arrows would; says what it is now. */
export function reach(page: Page, thing: Thing): Promise<Reached> {
  return find(page, thing, true);
}

/** Finds a thing for the mouse, which goes there itself. */
export function see(page: Page, thing: Thing): Promise<Reached> {
  return find(page, thing, false);
}

/** Does something with what was found last, and lets go of it: else the page would keep it. */
export async function withFound(
  page: Page,
  use: (element: ElementHandle<HTMLElement>) => Promise<unknown>,
): Promise<void> {
  const element = await page.evaluateHandle(
    () => (globalThis as unknown as { foundThing: HTMLElement }).foundThing,
  );
  await use(element);
  await element.dispose();
}

async function find(page: Page, thing: Thing, isByKeys: boolean): Promise<Reached> {
  const found = await page.evaluate(reachInPage, {
    ...thing,
    selector: KINDS[thing.kind],
    waitMs: WAIT_MS,
    isByKeys,
  });
  if (typeof found === 'string') throw new Error(`${JSON.stringify(thing)}: ${found}`);
  return found;
}

export interface Reached {
  readonly value: string;
  readonly isChecked: boolean;
  /** Of a list of the browser's own. */
  readonly options: readonly string[];
  readonly chosen: number;
}

type Asked = Thing & {
  readonly selector: string;
  readonly waitMs: number;
  readonly isByKeys: boolean;
};

/** Runs in the page, and so knows nothing of this file. */
async function reachInPage(asked: Asked): Promise<Reached | string> {
  const plain = (text: string | null | undefined) =>
    (text ?? '').replace(/\s+/g, ' ').trim().replace(/ \*$/, '');
  const nameOf = (element: HTMLElement): string => {
    const own = element.getAttribute('aria-label');
    if (own) return plain(own);
    const by = element.getAttribute('aria-labelledby');
    if (by)
      return plain(
        by
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent)
          .join(' '),
      );
    const { labels } = element as HTMLInputElement;
    return plain(labels?.length ? labels[0]?.textContent : element.textContent);
  };
  const fits = (element: HTMLElement) => {
    const name = nameOf(element);
    return asked.isPrefix ? name.startsWith(asked.name) : name === asked.name;
  };
  const isSeen = (element: HTMLElement) =>
    element.getClientRects().length > 0 ||
    element.matches('input[type=radio], input[type=checkbox]');
  const look = (): HTMLElement | undefined => {
    const dialogs = [...document.querySelectorAll<HTMLElement>('[role=dialog][aria-modal=true]')];
    const top: ParentNode =
      asked.kind === 'menuitem' ? document : (dialogs.filter(isSeen).at(-1) ?? document);
    const arounds = asked.within ? [...top.querySelectorAll(asked.within)] : [top];
    for (const around of arounds) {
      const all = [...around.querySelectorAll<HTMLElement>(asked.selector)];
      const found = all.find((one) => fits(one) && isSeen(one));
      if (found) return found;
    }
    return undefined;
  };
  const until = performance.now() + asked.waitMs;
  let found = look();
  while (!found && performance.now() < until) {
    await new Promise(requestAnimationFrame);
    found = look();
  }
  if (!found) {
    const there = [...document.querySelectorAll<HTMLElement>(asked.selector)].filter(isSeen);
    return `is not there; there are: ${there.map(nameOf).join(' | ').slice(0, 1500)}`;
  }
  const isRoving = asked.kind === 'tab' || asked.kind === 'menuitem' || asked.kind === 'radio';
  if (asked.isByKeys && found.tabIndex < 0 && !isRoving) return 'can’t be reached by keys';
  if ((found as HTMLInputElement).disabled) return 'is disabled';
  const isFocused = asked.isByKeys && asked.kind !== 'menuitem';
  if (isFocused) found.focus();
  const reached = document.activeElement === found || !isFocused;
  if (!reached)
    return `does not take the focus: ${document.activeElement?.outerHTML.slice(0, 200)}`;
  Object.assign(globalThis, { foundThing: found });
  const select = found instanceof HTMLSelectElement ? found : undefined;
  return {
    value: (found as HTMLInputElement).value ?? '',
    isChecked: (found as HTMLInputElement).checked ?? false,
    options: select ? [...select.options].map(({ text }) => plain(text)) : [],
    chosen: select?.selectedIndex ?? -1,
  };
}

/** Waits until a dialog is open and has taken the focus, or until none is there any more. */
export async function untilDialog(page: Page, isOpen: boolean): Promise<void> {
  await page.waitForFunction((isWanted) => {
    const dialog = document.querySelector('[role=dialog][aria-modal=true]');
    return isWanted ? dialog?.contains(document.activeElement) === true : dialog === null;
  }, isOpen);
}
