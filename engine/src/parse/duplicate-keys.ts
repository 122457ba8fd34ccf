import type { DocumentProblem, Place } from './problem.ts';
import { problem } from './problems.ts';

/** A bracket that is open: an object with the keys seen in it, or a list with its present index. */
interface Level {
  readonly keys: Set<string> | undefined;
  at: string | number;
}

/** Strings, and the marks between them; numbers and names of values are passed over. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * Keys that an object has twice, of a text that is JSON. `JSON.parse` keeps the last of two in
 * silence: whoever reads the text sees another rule than the one that runs.
 */
export function findDuplicateKeys(json: string): DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  const levels: Level[] = [];
  let text = '';
  for (const [token] of json.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '{') levels.push({ keys: new Set(), at: '' });
    else if (token === '[') levels.push({ keys: undefined, at: 0 });
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',') {
      if (typeof level?.at === 'number') level.at += 1;
    } else if (token !== ':') text = token;
    else if (level?.keys) {
      // Only what stands before a colon is a key; it may be written with escapes.
      const key: string = JSON.parse(text);
      level.at = key;
      if (level.keys.has(key)) problems.push(problem('key-duplicate', placeOf(levels), key));
      level.keys.add(key);
    }
  }
  return problems;
}

function placeOf(levels: readonly Level[]): Place {
  return levels.map(({ at }) => at);
}
