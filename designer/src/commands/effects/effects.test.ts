import { expect, test } from 'vitest';
import { done, refusalOf, tinyDocument } from '../testing/tiny-document.ts';
import { addEffect } from './add-effect.ts';
import { changeEffect } from './change-effect.ts';
import { removeEffect } from './remove-effect.ts';

const tiny = tinyDocument();
const count = { type: 'record', params: { count: { add: 1 } } } as const;
const onGo = { transition: { from: 'first', kind: 'action', name: 'GO', index: 0 } } as const;

test('effects happen at a step or on an arrow, and are removed again', () => {
  for (const on of [{ step: 'first', moment: 'entry' } as const, onGo]) {
    const added = done(addEffect.run(tiny, { on, effect: count }));
    const effect = { type: 'message', params: { message: 'hello' } } as const;
    const changed = done(changeEffect.run(added, { on, at: 0, effect }));
    expect(done(removeEffect.run(changed, { on, at: 0 }))).toEqual(tiny);
  }
});

test('an effect that is not there, or that nothing could do, is refused', () => {
  expect(refusalOf(removeEffect.run(tiny, { on: onGo, at: 0 }))).toBe('effect-unknown');
  const record = { type: 'record', params: { done: { answer: 'result' } } } as const;
  // No form comes with this action.
  expect(refusalOf(addEffect.run(tiny, { on: onGo, effect: record }))).toBe('answer-not-here');
  const end = { step: 'end', moment: 'exit' } as const;
  expect(refusalOf(addEffect.run(tiny, { on: end, effect: count }))).toBe('node-misfit');
});
