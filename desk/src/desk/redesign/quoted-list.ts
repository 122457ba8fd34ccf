import type { Language } from '../../language/language.ts';
import type { Words } from '../../language/words.ts';

/** «Colloquio», «Corso» e «Visita»: each once. */
export function quotedList(all: readonly Words[], language: Language): string {
  const quoted = all.map((one) => (language === 'it' ? `«${one.it}»` : `“${one.en}”`));
  return new Intl.ListFormat(language).format(new Set(quoted));
}
