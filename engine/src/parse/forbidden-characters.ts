import type { DocumentProblem } from './problem.ts';
import { problem } from './problems.ts';

/**
 * Control characters but the line feed and the tab (a database's JSON refuses U+0000), halves of a
 * surrogate pair (no UTF-8 can hold them), code points that are no characters (XML refuses U+FFFE
 * and U+FFFF: no BPMN, SVG or SCXML could be made of them), and marks that turn the direction of a
 * text so that it reads otherwise than it is written (Unicode TR 36). Keys have closed forms: texts
 * need this.
 */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{NChar}\u202a-\u202e\u2066-\u2069]/gu;
const ALLOWED = ['\n', '\t'];

/** Texts, anywhere in the JSON, with characters that people can't see and programs stumble over. */
export function findForbiddenCharacters(value: unknown): DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  // One place for the whole walk: nobody needs those of the thousands of parts that are right.
  const place: string[] = [];
  const visit = (part: unknown): void => {
    if (typeof part === 'string') {
      const found = part.match(FORBIDDEN)?.find((one) => !ALLOWED.includes(one));
      if (found !== undefined) {
        problems.push(problem('character-forbidden', [...place], nameOf(found)));
      }
    } else if (typeof part === 'object' && part !== null) {
      for (const key of Object.keys(part)) {
        place.push(key);
        visit((part as Record<string, unknown>)[key]);
        place.pop();
      }
    }
  };
  visit(value);
  return problems;
}

function nameOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
