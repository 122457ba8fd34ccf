import type { Words } from '@percorso/engine';

export const EMPTY_WORDS: Words = { it: '', en: '' };

/** Whether the English is still to be written: it stands empty, or it is the Italian. */
export function isUntranslated({ it, en }: Words): boolean {
  return it.trim() !== '' && (en.trim() === '' || en.trim() === it.trim());
}

/**
 * The pair as a document wants it: a missing language is read in the other one until someone
 * translates it; undefined where neither says anything.
 */
export function completed({ it, en }: Words): Words | undefined {
  const [italian, english] = [it.trim(), en.trim()];
  if (!italian && !english) return undefined;
  return { it: italian || english, en: english || italian };
}

/** An English that was only the Italian goes on following it. */
export function withItalian(before: Words, it: string): Words {
  return before.en === before.it ? { it, en: it } : { ...before, it };
}
