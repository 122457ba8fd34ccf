import type { Words } from '@percorso/engine';
import { WORDS } from '../../designer/src/panels/words.ts';
import { type Hand, text } from './hand.ts';

interface Manner {
  /** More than one line: Enter is one of its letters. */
  readonly isLong?: boolean;
  /** Asked for before the thing is there. */
  readonly isNew?: boolean;
  readonly within?: string | undefined;
}

/** Writes a text in both languages; nothing where there is none. */
export async function writeWords(
  hand: Hand,
  label: Words,
  words: Words | undefined,
  { isLong = false, within }: Manner = {},
): Promise<void> {
  if (!words) return;
  const field = (language: Words) => text(`${label.it}, ${language.it.toLowerCase()}`, within);
  await hand.write(field(WORDS.italian), words.it);
  if (words.en !== words.it) await hand.write(field(WORDS.english), words.en);
  await hand.enter(isLong ? 'Control+Enter' : 'Enter');
}
