import type { Words } from '../contract/words.ts';

/** A sentence of which `#` is the name of something, in quotation marks. */
export function quoted(name: Words, { it, en }: Words): Words {
  return {
    it: it.replace('#', () => `«${name.it}»`),
    en: en.replace('#', () => `“${name.en}”`),
  };
}
