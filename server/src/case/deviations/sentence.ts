import type { DeviationChange } from '@percorso/engine';
import type { Words } from '../../contract/words.ts';

/** A sentence of which `#` is the name of something, in quotation marks. */
export function sentence(
  about: DeviationChange['about'],
  name: Words,
  it: string,
  en: string,
): DeviationChange {
  const words = {
    it: it.replace('#', () => `«${name.it}»`),
    en: en.replace('#', () => `“${name.en}”`),
  };
  return { about, words };
}
