import { expect, it } from 'vitest';
import { followed } from './renamed-steps.ts';

const rename = (step: string, to: string) => ({ name: 'rename-step', parameters: { step, to } });
const replace = (step: string, by: string) => ({ name: 'replace-step', parameters: { step, by } });

it.each([
  ['nothing', [], {}],
  ['one rename', [rename('a', 'b')], { a: 'b' }],
  ['two of one step', [rename('a', 'b'), rename('b', 'c')], { a: 'c' }],
  ['there and back', [rename('a', 'b'), rename('b', 'a')], {}],
  ['a step replaced', [replace('a', 'b')], { a: 'b' }],
  ['a step renamed, then replaced', [rename('a', 'b'), replace('b', 'c')], { a: 'c' }],
  ['a replacement taken back', [replace('a', 'b'), rename('b', 'a')], {}],
  [
    'a replacement taken back, whose key another step bears now',
    [replace('a', 'b'), rename('b', 'a'), rename('z', 'b')],
    { z: 'b' },
  ],
  ['a swap', [rename('a', 'x'), rename('b', 'a'), rename('x', 'b')], { a: 'b', b: 'a' }],
  [
    'a key that another step had before',
    [rename('a', 'x'), rename('b', 'x'), rename('x', 'y')],
    { a: 'x', b: 'y' },
  ],
  [
    'other commands, and what a hostile client says',
    [
      { name: 'set-title', parameters: { step: 'a', to: 'b' } },
      { name: 'rename-step', parameters: { step: 'a', by: 'b' } },
      { name: 'replace-step', parameters: { step: 'a', to: 'b' } },
      { name: 'constructor', parameters: { step: 'a', to: 'b' } },
      { name: 'rename-step', parameters: null },
      { name: 'rename-step', parameters: { step: 7 as unknown as string, to: 'b' } },
      { name: 'rename-step' },
      rename('c', 'd'),
    ],
    { c: 'd' },
  ],
])('from the commands, the steps that got another key: %s', (_, edits, renamed) => {
  expect(followed(edits)).toEqual(renamed);
});

it('from tens of thousands of renames in a moment', () => {
  const edits = Array.from({ length: 50_000 }, (_, n) => rename(`a${n}`, `b${n}`));
  expect(Object.keys(followed(edits))).toHaveLength(50_000);
});
