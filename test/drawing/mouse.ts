/** A hand that clicks; only texts are typed. */
import type { Page } from 'playwright-core';
import { see, type Thing, untilDialog, withFound } from './finder.ts';
import type { Hand } from './hand.ts';
import { isListOpen, optionsOf } from './options.ts';

export function mouseHand(page: Page): Hand {
  const clickFound = () => withFound(page, (element) => element.click());
  const click = async (thing: Thing) => {
    const seen = await see(page, thing);
    await clickFound();
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
    const { isChecked } = await see(page, thing);
    if (isChecked !== isTicked) await clickFound();
  };
  // What the browser itself unfolds lies outside of the page, where no test can click.
  const pick = async (thing: Thing, option: string) => {
    const { options, chosen } = await see(page, thing);
    const wanted = options.indexOf(option);
    if (wanted < 0) throw new Error(`No «${option}» in ${thing.name}: ${options.join(' | ')}`);
    if (wanted === chosen) return;
    await withFound(page, (element) => element.selectOption({ index: wanted }));
  };
  // The list may still be drawing itself anew where the mouse goes down: it stays open then.
  const clickOption = async (option: string, value?: string) => {
    for (let tries = 0; tries < 3; tries += 1) {
      await optionsOf(page, option, value, false);
      await clickFound();
      if (!(await isListOpen(page))) return;
    }
    throw new Error(`The list stays open on «${option}»`);
  };
  const choose = async (thing: Thing, option: string, value?: string) => {
    const before = await click(thing);
    if (before.value !== '') await page.keyboard.press('Control+a');
    await page.keyboard.insertText(option);
    await clickOption(option, value);
  };
  const look = async (thing: Thing, option: string) => {
    await click(thing);
    await clickOption(option);
  };
  const inDialog = (isOpen = true) => untilDialog(page, isOpen);
  const enter = (name = 'Enter') => page.keyboard.press(name);
  return { page, press, write, tick, pick, choose, look, inDialog, enter };
}
