/** A hand that has only a keyboard. */
import type { Page } from 'playwright-core';
import { reach, type Thing, untilDialog } from './finder.ts';
import type { Hand } from './hand.ts';
import { optionsOf, takeOption } from './options.ts';

export function keyboardHand(page: Page): Hand {
  const key = (name: string) => page.keyboard.press(name);
  const times = async (count: number, name: string) => {
    for (let left = count; left > 0; left -= 1) await key(name);
  };
  const press = async (thing: Thing) => {
    if (thing.kind === 'menuitem') return enterMenu(thing);
    await reach(page, thing);
    await key('Enter');
  };
  const enterMenu = async (thing: Thing) => {
    await reach(page, thing);
    // A menu takes the focus a moment after it has opened.
    await page.waitForFunction(() => document.activeElement?.closest('[role=menu]') !== null);
    for (let moves = 0; moves < 12; moves += 1) {
      if (await isFocused(page, thing.name)) return key('Enter');
      await key('ArrowDown');
    }
    throw new Error(`The arrows do not reach «${thing.name}» in the menu`);
  };
  const write = async (thing: Thing, text: string) => {
    const { value } = await reach(page, thing);
    if (value !== '') await key('Control+a');
    if (text !== '') await page.keyboard.insertText(text);
    else if (value !== '') await key('Delete');
  };
  const tick = async (thing: Thing, isTicked = true) => {
    const { isChecked } = await reach(page, thing);
    if (isChecked !== isTicked) await key('Space');
  };
  const pick = async (thing: Thing, option: string) => {
    const { options, chosen } = await reach(page, thing);
    const wanted = options.indexOf(option);
    if (wanted < 0) throw new Error(`No «${option}» in ${thing.name}: ${options.join(' | ')}`);
    const isLast = wanted === options.length - 1 && wanted !== chosen;
    if (isLast) return key('End');
    await times(Math.abs(wanted - chosen), wanted > chosen ? 'ArrowDown' : 'ArrowUp');
  };
  // A list that was still drawing itself anew may have gone elsewhere meanwhile.
  const goTo = async (option: string, value?: string) => {
    for (let tries = 0; tries < 4; tries += 1) {
      const { wanted, active } = await optionsOf(page, option, value);
      if (wanted === active) return;
      await times(Math.abs(wanted - active), wanted > active ? 'ArrowDown' : 'ArrowUp');
    }
  };
  const choose = async (thing: Thing, option: string, value?: string) => {
    const before = await reach(page, thing);
    if (before.value === option && value === undefined) return;
    if (before.value !== '') await key('Control+a');
    // Its first letter opens the list; the others come as from a hand that is quick.
    await page.keyboard.type(option.slice(0, 1));
    await page.keyboard.insertText(option.slice(1));
    await goTo(option, value);
    await takeOption(page);
  };
  const look = async (thing: Thing, option: string) => {
    const before = await reach(page, thing);
    if (before.value === option) return;
    await key('ArrowDown');
    await goTo(option);
    await takeOption(page);
  };
  const inDialog = (isOpen = true) => untilDialog(page, isOpen);
  const enter = (name = 'Enter') => key(name);
  return { page, press, write, tick, pick, choose, look, inDialog, enter };
}

function isFocused(page: Page, name: string): Promise<boolean> {
  return page.evaluate(
    (wanted) => document.activeElement?.textContent?.trim().startsWith(wanted) ?? false,
    name,
  );
}
