import type { Page } from 'playwright-core';

/** Where an option stands in the list that is open, and where the list is now. */
export interface Place {
  readonly wanted: number;
  readonly active: number;
}

/** Waits for the list to show the option; of those called the same the value decides. */
export async function optionsOf(
  page: Page,
  option: string,
  value?: string,
  isByKeys = true,
): Promise<Place> {
  const found = await page.evaluate(optionsInPage, { option, value, isByKeys });
  if (typeof found === 'string') throw new Error(`No option «${option}» (${value}): ${found}`);
  return found;
}

interface Asked {
  readonly option: string;
  readonly value: string | undefined;
  readonly isByKeys: boolean;
}

async function optionsInPage({ option, value, isByKeys }: Asked): Promise<Place | string> {
  const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
  const id = document.activeElement?.getAttribute('aria-controls');
  const options = () => [
    ...(document.getElementById(id ?? '') ?? document).querySelectorAll<HTMLElement>(
      '[role=option]:not([data-combobox-disabled])',
    ),
  ];
  const look = () => {
    const all = options();
    const wanted = all.findIndex(
      (one) =>
        plain(one.textContent) === plain(option) &&
        (value === undefined || one.getAttribute('value') === value),
    );
    const active = all.findIndex((one) => one.hasAttribute('data-combobox-selected'));
    Object.assign(globalThis, { foundThing: all[wanted] });
    return { wanted, active };
  };
  let found = look();
  const waitWhile = async (isLacking: () => boolean, waitMs: number) => {
    const until = performance.now() + waitMs;
    while (isLacking() && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve));
      found = look();
    }
  };
  await waitWhile(() => found.wanted < 0, 60_000);
  // The list says a moment after it has opened which option Enter would take, if any.
  await waitWhile(() => isByKeys && found.active < 0, 3_000);
  await new Promise((resolve) => setTimeout(resolve));
  if (found.wanted >= 0) return found;
  return options()
    .map((one) => `${one.textContent} (${one.getAttribute('value')})`)
    .join(' | ')
    .slice(0, 1500);
}

/** Presses Enter; the list closes. It may have been looking again at what Enter would take. */
export async function takeOption(page: Page): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    await page.keyboard.press('Enter');
    if (!(await isListOpen(page))) return;
  }
  throw new Error('The list stays open');
}

/** Whether the list of the field that has the focus is unfolded. */
export function isListOpen(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-expanded') === 'true');
}
