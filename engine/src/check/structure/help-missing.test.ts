import { expect, test } from 'vitest';
import type { StepDeclaration } from '../../document.ts';
import { drawn, placesFoundBy, words } from '../testing-pathway.ts';

function withHelp(start: Partial<StepDeclaration>) {
  const { help: _help, ...declared } = drawn({
    states: { start: { on: { GO: { target: '#ended' } } }, ended: { type: 'final' } },
  }).steps.start!;
  const document = drawn({
    states: { start: { on: { GO: { target: '#ended' } } }, ended: { type: 'final' } },
  });
  return { ...document, steps: { ...document.steps, start: { ...declared, ...start } } };
}

test('a step where somebody has to act and nothing says how is found', () => {
  expect(placesFoundBy('help-missing', withHelp({}))).toEqual(['/machine/states/start']);
});

test('a step with a help text is none', () => {
  expect(placesFoundBy('help-missing', withHelp({ help: words('Premi «GO».') }))).toEqual([]);
});
