/** What a drawing must be, whoever has drawn it, and however. */
import { check, type PathwayDocument, parseDocument, sortedJson } from '@percorso/engine';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { WORDS as EDITOR } from '../../designer/src/editor/words.ts';
import { storyDocument } from '../story/documents.ts';
import { drawnOn } from './book.ts';
import { told } from './told.ts';

/** What is compared: names that the designer has made from labels are no difference. */
function plainlyTold(document: PathwayDocument): unknown {
  return JSON.parse(sortedJson(JSON.parse(JSON.stringify(told(document)))));
}

/** The drawn document is the target's, can be published, and has nothing to be corrected. */
export function expectSame(drawn: PathwayDocument, target: PathwayDocument): void {
  expect(plainlyTold(drawn)).toEqual(plainlyTold(target));
  const parsed = parseDocument(JSON.parse(JSON.stringify(drawn)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  const { findings } = check(parsed.document, { isQuick: true });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
}

/** All that was done is undone by keys, and done again: the very same documents. */
export async function expectUndoAndRedo(page: Page): Promise<void> {
  const drawn = JSON.stringify(await drawnOn(page));
  // Not in a field, where the keys undo what is typed.
  await page.getByRole('tab').first().focus();
  await pressUntilDone(page, 'z', EDITOR.undo.it);
  expect(JSON.stringify(await drawnOn(page))).toBe(JSON.stringify(storyDocument('empty')));
  await pressUntilDone(page, 'y', EDITOR.redo.it);
  expect(JSON.stringify(await drawnOn(page))).toBe(drawn);
}

async function pressUntilDone(page: Page, key: string, verb: string): Promise<void> {
  const isOver = () =>
    page.evaluate(
      (wanted) =>
        document.querySelector(`[role=toolbar] button[aria-label="${wanted}"]`)?.ariaDisabled ===
        'true',
      verb,
    );
  while (!(await isOver())) {
    for (let times = 0; times < 10; times += 1) await page.keyboard.press(`Control+${key}`);
  }
}
