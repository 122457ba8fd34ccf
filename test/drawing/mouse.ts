/** A hand that clicks; only texts are typed. */
import type { Page } from 'playwright-core';
import { see, type Thing, untilDialog } from './finder.ts';
import type { Hand } from './hand.ts';
import { optionsOf } from './options.ts';

export function mouseHand(page: Page): Hand {
  const click = async (thing: Thing) => {
    const seen = await see(page, thing);
    await page.mouse.click(seen.x, seen.y);
    return seen;
  };
  const press = async (thing: Thing) => {
    await click(thing);
  };
  const write = async (thing: Thing, text: string) => {
    const { value } = await click(thing);
    if (value !== '') await page.keyboard.press('Control+a');
    if (text !== '') await page.keyboard.insertText(text);
    else if (value !== '') await page.keyboard.press('Delete');
  };
  const tick = async (thing: Thing, isTicked = true) => {
    const { isChecked, x, y } = await see(page, thing);
    if (isChecked !== isTicked) await page.mouse.click(x, y);
  };
  // What the browser itself unfolds lies outside of the page, where no test can click.
  const pick = async (thing: Thing, option: string) => {
    const { options, chosen } = await click(thing);
    await page.keyboard.press('Escape');
    const wanted = options.indexOf(option);
    if (wanted < 0) throw new Error(`No «${option}» in ${thing.name}: ${options.join(' | ')}`);
    if (wanted === chosen) return;
    const focused = await page.evaluateHandle(() => document.activeElement);
    await focused.asElement()!.selectOption({ index: wanted });
  };
  const choose = async (thing: Thing, option: string, value?: string) => {
    const before = await click(thing);
    if (before.value !== '') await page.keyboard.press('Control+a');
    await page.keyboard.insertText(option);
    const { x, y } = await optionsOf(page, option, value, false);
    await page.mouse.click(x, y);
  };
  const look = async (thing: Thing, option: string) => {
    await click(thing);
    const { x, y } = await optionsOf(page, option, undefined, false);
    await page.mouse.click(x, y);
  };
  const inDialog = (isOpen = true) => untilDialog(page, isOpen);
  const enter = (name = 'Enter') => page.keyboard.press(name);
  return { page, press, write, tick, pick, choose, look, inDialog, enter };
}
