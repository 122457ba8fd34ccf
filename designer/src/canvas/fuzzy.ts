import type { Words } from '@percorso/engine';

/**
 * How well a search fits a name in either language, the higher the better; undefined where it does
 * not. Accents and capitals don't count; letters may be left out, but not change places.
 */
export function fuzzyScore(search: string, words: Words): number | undefined {
  const wanted = plain(search);
  const scores = [words.it, words.en]
    .map((text) => scoreOf(wanted, plain(text)))
    .filter((score) => score !== undefined);
  return scores.length > 0 ? Math.max(...scores) : undefined;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim();
}

function scoreOf(wanted: string, text: string): number | undefined {
  if (wanted === '') return 0;
  const at = text.indexOf(wanted);
  // A whole word counts more than a part of one, and what comes first more than what comes later.
  if (at === 0 || text[at - 1] === ' ') return 300 - at;
  if (at > 0) return 200 - at;
  let place = -1;
  let gaps = 0;
  for (const letter of wanted.replaceAll(' ', '')) {
    const next = text.indexOf(letter, place + 1);
    if (next === -1) return undefined;
    if (next !== place + 1) gaps += 1;
    place = next;
  }
  // Letters here and there are no likeness.
  return gaps <= Math.ceil(wanted.length / 2) ? 100 - gaps : undefined;
}
