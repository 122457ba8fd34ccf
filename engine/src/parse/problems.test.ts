import { expect, test } from 'vitest';
import type { ProblemCode } from './problem.ts';
import { listOf, PROBLEMS, problem } from './problems.ts';

const CODES = Object.keys(PROBLEMS) as ProblemCode[];
/** Words of files, machines and programmes, which no coordinator has to know. */
const JARGON =
  /\b(schema|guard|state|node|regions?|macchina|machine|array|string|boolean|ISO|bytes?|key)\b/i;
/** A property of the document, as it is called there. */
const PROPERTY = /["“«](initial|outcome|steps|actions|history|target|oneOf|items)["”»]/;

test.each(CODES)('%s is said without the words of programmers', (code) => {
  const { it, en } = problem(code, [], 'colloquio', 'colloquio').message;
  for (const said of [it, en]) {
    expect(said).not.toMatch(JARGON);
    expect(said).not.toMatch(PROPERTY);
  }
});

test('names that would have been right are quoted as each language does', () => {
  expect(listOf(['one', 'two'])).toEqual({ it: '«one», «two»', en: '“one”, “two”' });
  expect(listOf([])).toEqual({ it: '—', en: '—' });
  const many = listOf(Array.from({ length: 13 }, (_, index) => `n${index}`));
  expect(many.it).toMatch(/«n11», …$/);
});
