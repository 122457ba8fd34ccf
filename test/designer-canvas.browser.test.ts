/** Drawing a pathway with the mouse, and the same with the keys, on the designer alone. */
import type { PathwayDocument } from '@percorso/engine';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { faultsByAxe, seen } from './screens.ts';
import { useStory } from './story-page.ts';

const story = useStory();
const WIDE = { name: 'on a wide screen', width: 1920, height: 1000 };

const step = (page: Page, key: string) => page.locator(`.react-flow__node[data-id="${key}"]`);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The document as the last edit left it. */
async function drawn(page: Page): Promise<PathwayDocument> {
  await page.waitForFunction(() => 'drawn' in globalThis);
  return page.evaluate(() => (globalThis as unknown as { drawn: PathwayDocument }).drawn);
}

/** Waits until what was drawn is so; the edit follows the event that made it. */
async function eventually(page: Page, isSo: (document: PathwayDocument) => boolean) {
  await expect.poll(async () => isSo(await drawn(page))).toBe(true);
}

async function open(pathway = 'mig-work-groups') {
  const page = await story.open(pathway, WIDE);
  await step(page, pathway === 'empty' ? 'start' : 'requested').waitFor();
  return page;
}

async function middleOf(page: Page, key: string) {
  const box = (await step(page, key).boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** On the screen, half the way along an arrow. */
async function halfWay(path: Locator): Promise<{ x: number; y: number }> {
  return path.evaluate((drawn) => {
    const line = drawn as SVGPathElement;
    const { x, y } = line.getPointAtLength(line.getTotalLength() / 2);
    const at = new DOMPoint(x, y).matrixTransform(line.getScreenCTM()!);
    return { x: at.x, y: at.y };
  });
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

const keysOf = ({ steps }: PathwayDocument) => Object.keys(steps);

describe('by mouse', () => {
  test('a step is moved by dragging, as one edit that can be undone', async () => {
    const page = await open();
    const from = await middleOf(page, 'requested');
    await drag(page, from, { x: from.x + 60, y: from.y + 140 });
    const moved = (await drawn(page)).steps.requested?.at;
    expect(moved?.y).toBeGreaterThan(100);
    await page.keyboard.press('Control+z');
    await eventually(page, ({ steps }) => steps.requested?.at?.x !== moved?.x);
    await expect.poll(() => button(page, 'Annulla').getAttribute('aria-disabled')).toBe('true');
  });

  test('a step that is let go over a group is in it', async () => {
    const page = await open();
    await drag(page, await middleOf(page, 'not-started'), await middleOf(page, 'planned'));
    // An outcome that ends the case can't end a group: refused, with the reason.
    await seen(page.getByRole('alert').getByText('Non si può fare'));
    await drag(page, await middleOf(page, 'held'), await middleOf(page, 'planned'));
    await eventually(page, ({ machine }) => 'held' in (machine.states?.planned?.states ?? {}));
  });

  test('an arrow is drawn from a step’s border to another step', async () => {
    const page = await open();
    await step(page, 'held').hover();
    const dot = step(page, 'held').locator('.react-flow__handle[data-handlepos="bottom"]');
    const box = (await dot.boundingBox())!;
    const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await drag(page, from, await middleOf(page, 'not-started'));
    await seen(page.getByRole('dialog'));
  });

  test('a step of the palette is added by a click, and named at once', async () => {
    const page = await open();
    await button(page, 'Passo').click();
    await page.keyboard.type('Telefonata');
    await page.keyboard.press('Enter');
    await eventually(page, ({ steps }) =>
      Object.values(steps).some(({ label }) => label.it === 'Telefonata'),
    );
  });

  test('a part of the palette is dragged to its place', async () => {
    const page = await open();
    const target = page.locator('.react-flow__pane');
    await button(page, 'Gruppo').dragTo(target, { targetPosition: { x: 500, y: 700 } });
    await page.keyboard.press('Escape');
    await eventually(page, ({ machine }) =>
      Object.values(machine.states ?? {}).some(({ states }) => 'primo-passo' in (states ?? {})),
    );
  });

  test('a step is added after another with a new action', async () => {
    const page = await open();
    await step(page, 'held').click();
    await button(page, 'Aggiungi dopo').click();
    await page.getByRole('textbox', { name: 'Come si chiama il nuovo passo?' }).fill('Bilancio');
    await page.getByRole('combobox', { name: 'Con quale azione ci si arriva?' }).fill('Valuta');
    await button(page, 'Aggiungi').last().click();
    await eventually(
      page,
      ({ actions, machine }) =>
        actions.VALUTA?.label.it === 'Valuta' && 'VALUTA' in (machine.states?.held?.on ?? {}),
    );
  });

  test('an arrow that stands for several transitions asks which', async () => {
    const page = await open('mig-work-groups');
    const arrow = page.locator('.react-flow__edge[data-id="planning withdrawn"]');
    await expect.poll(() => arrow.count()).toBe(1);
    const { x, y } = await halfWay(arrow.locator('path.react-flow__edge-interaction'));
    await page.mouse.click(x, y);
    await expect.poll(() => page.locator('.canvas-arrow-chosen').count()).toBe(1);
  });

  test('a group is folded: what is inside is counted, and drawn no longer', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Passi del gruppo: Programmato' }).click();
    await seen(step(page, 'planned').getByText('2 passi dentro'));
    await expect.poll(() => step(page, 'date-confirmed').count()).toBe(0);
  });
});

test('everything is laid out anew as one edit', async () => {
  const page = await open();
  await button(page, 'Disponi').click();
  await page.getByRole('menuitem', { name: /^Disponi tutto da capo/ }).click();
  await expect.poll(() => page.evaluate(() => 'drawn' in globalThis)).toBe(true);
  const { steps } = await drawn(page);
  expect(Object.values(steps).every(({ at }) => at !== undefined)).toBe(true);
  await page.locator('.canvas').focus();
  await page.keyboard.press('Control+z');
  const undo = button(page, 'Annulla');
  await expect.poll(() => undo.getAttribute('aria-disabled')).toBe('true');
});

test('cut steps are gone, and come back where they are pasted', async () => {
  const page = await open();
  await step(page, 'held').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+x');
  await eventually(page, (document) => !keysOf(document).includes('held'));
  await page.keyboard.press('Control+v');
  await eventually(page, (document) => keysOf(document).includes('held'));
});

describe('by keys', () => {
  test('a step is chosen, pushed in one edit, renamed in place, and keeps the focus', async () => {
    const page = await open();
    await step(page, 'planning').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    await eventually(page, ({ steps }) => steps.planning?.at !== undefined);
    await page.keyboard.press('F2');
    await page.keyboard.type('Data da fissare');
    await page.keyboard.press('Enter');
    await eventually(page, ({ steps }) => steps.planning?.label.it === 'Data da fissare');
    expect((await drawn(page)).steps.planning?.label.en).not.toBe('Data da fissare');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-id')))
      .toBe('planning');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => button(page, 'Annulla').getAttribute('aria-disabled')).toBe('true');
  });

  test('a step is removed, it is said what went with it, and undo brings all back', async () => {
    const page = await open();
    await step(page, 'held').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Delete');
    await seen(page.getByRole('status').getByText(/Tolto: «Svolto»/));
    await eventually(page, (document) => !keysOf(document).includes('held'));
    await page.keyboard.press('Control+z');
    await eventually(page, (document) => keysOf(document).includes('held'));
  });

  test('steps are copied and pasted, and a text that is none says why not', async () => {
    const page = await open();
    const before = 10; // steps of the pathway for groups
    await step(page, 'held').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+v');
    await eventually(page, (document) => keysOf(document).length === before + 1);
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'Buongiorno');
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await seen(page.getByRole('status').getByText(/negli appunti non ci sono passi/));
    expect(keysOf(await drawn(page))).toHaveLength(before + 1);
  });

  test('all steps are chosen, and grouped by the menu', async () => {
    const page = await open();
    await step(page, 'held').focus();
    await page.keyboard.press('Enter');
    await step(page, 'individual-follow-up').focus();
    await page.keyboard.press('Shift+Enter');
    await button(page, 'Altro').click();
    await page.getByRole('menuitem', { name: 'Raggruppa i passi…' }).click();
    await page.getByRole('textbox', { name: 'Nome' }).fill('Dopo il laboratorio');
    await button(page, 'Fatto').click();
    await eventually(page, ({ machine }) => 'dopo-il-laboratorio' in (machine.states ?? {}));
  });

  test('a step is found by its name in either language, and has the focus', async () => {
    const page = await open();
    await step(page, 'held').focus();
    await page.keyboard.press('Control+f');
    await page.getByRole('combobox', { name: 'Cerca un passo' }).fill('date confirmed');
    await seen(page.locator('[role="option"][data-combobox-selected]'));
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-id')))
      .toBe('date-confirmed');
  });

  test('where an arrow leads is chosen with Enter, or given up with Escape', async () => {
    const page = await open();
    await step(page, 'held').click();
    await button(page, 'Collega a…').first().click();
    await seen(page.getByText('Scegli dove porta il passaggio'));
    await page.keyboard.press('Escape');
    await page.getByText('Scegli dove porta il passaggio').waitFor({ state: 'hidden' });
    await button(page, 'Collega a…').first().click();
    await step(page, 'not-started').focus();
    await page.keyboard.press('Enter');
    await seen(page.getByRole('dialog'));
  });
});

describe('for everybody', () => {
  test('axe finds nothing, with a step chosen and its menu open', async () => {
    const page = await open();
    expect(await faultsByAxe(page)).toEqual([]);
    await step(page, 'held').click();
    await button(page, 'Altro').click();
    await seen(page.getByRole('menuitem', { name: 'Copia' }));
    expect(await faultsByAxe(page)).toEqual([]);
  });

  test('what cannot be done says why in the menu, and does nothing', async () => {
    const page = await open('empty');
    await step(page, 'start').click();
    await button(page, 'Altro').click();
    const entry = page.getByRole('menuitem', { name: /^Rendi finale/ });
    await seen(entry);
    if ((await entry.getAttribute('aria-disabled')) === 'true') {
      await expect.poll(() => entry.getAttribute('aria-describedby')).toBe('canvas-why-make-final');
    }
  });
});
