import { expect, test } from 'vitest';
import { pathwayIdOf } from './pathway-id.ts';

test.each([
  ['Laboratori estivi', 'laboratori-estivi'],
  ['  Più qualità: università! ', 'piu-qualita-universita'],
  ['2027', 'pathway'],
  ['x'.repeat(80), 'x'.repeat(64)],
])('%j becomes %j', (title, id) => expect(pathwayIdOf(title)).toBe(id));
