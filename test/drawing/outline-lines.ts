/** Goes about the list of steps by its keys. */
import type { Page } from 'playwright-core';

/** Puts the focus on a step's line: by the labels from the outermost step to it. */
export async function goToLine(page: Page, path: readonly string[]): Promise<void> {
  const place = await page.evaluate(lineInPage, [...path]);
  if (typeof place === 'string') throw new Error(`No line ${path.join(' › ')}: ${place}`);
  const { wanted, here, count } = place;
  const ways = [
    { start: undefined, moves: wanted - here },
    { start: 'Home', moves: wanted },
    { start: 'End', moves: wanted - (count - 1) },
  ];
  const [way] = ways.sort((a, b) => Math.abs(a.moves) - Math.abs(b.moves));
  if (way!.start) await page.keyboard.press(way!.start);
  const key = way!.moves > 0 ? 'ArrowDown' : 'ArrowUp';
  for (let left = Math.abs(way!.moves); left > 0; left -= 1) await page.keyboard.press(key);
}

interface Place {
  readonly wanted: number;
  readonly here: number;
  readonly count: number;
}

/** Runs in the page: the list is reached by Tab, which comes to its one line that can be. */
function lineInPage(path: string[]): Place | string {
  const lines = [...document.querySelectorAll<HTMLElement>('[role=treeitem]')];
  const labelOf = (line: HTMLElement) =>
    line.querySelector('span[class*=label]')?.textContent?.trim() ?? '';
  const stack: string[] = [];
  let wanted = -1;
  for (const [index, line] of lines.entries()) {
    const level = Number(line.getAttribute('aria-level'));
    stack.length = level - 1;
    stack.push(line.dataset.kind === 'step' ? labelOf(line) : '');
    if (wanted < 0 && stack.length === path.length && stack.every((one, at) => one === path[at]))
      wanted = index;
  }
  const here = lines.findIndex((line) => line.tabIndex === 0);
  if (wanted < 0 || here < 0) return lines.map(labelOf).join(' | ').slice(0, 1500);
  lines[here]!.focus();
  return { wanted, here, count: lines.length };
}
