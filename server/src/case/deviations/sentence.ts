import type { DeviationChange } from '@percorso/engine';
import type { Words } from '../../contract/words.ts';
import { quoted } from '../quoted.ts';

/** A sentence of which `#` is the name of something, in quotation marks. */
export function sentence(
  about: DeviationChange['about'],
  name: Words,
  it: string,
  en: string,
): DeviationChange {
  return { about, words: quoted(name, { it, en }) };
}
