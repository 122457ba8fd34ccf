/** Some things in a row, and how often. */
interface Passage {
  readonly items: readonly string[];
  readonly count: number;
}

/** Puts together what happens several times in a row, be it one thing or a few. */
export function repeated(items: readonly string[]): Passage[] {
  const passages: Passage[] = [];
  for (let at = 0; at < items.length; ) {
    const found = longestRepetition(items.slice(at));
    passages.push(found);
    at += found.items.length * found.count;
  }
  return passages;
}

function longestRepetition(items: readonly string[]): Passage {
  let best: Passage = { items: items.slice(0, 1), count: 1 };
  for (let length = 1; length <= 4; length++) {
    const part = items.slice(0, length);
    let count = 1;
    while (part.every((item, at) => items[count * length + at] === item)) count += 1;
    const isBetter = count > 1 && count * length > best.items.length * best.count;
    if (isBetter) best = { items: part, count };
  }
  return best;
}
