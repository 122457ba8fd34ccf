import { emptyPathway } from '@percorso/engine';
import { expect, test } from 'vitest';
import { runSteps } from './edit-history.ts';
import { newStep } from './new-step.ts';

const said = (it: string, en = it) => ({ it, en });
const document = emptyPathway({ id: 'new', title: said('Nuovo') });
const inner = { first: said('Primo passo'), region: said('Ramo') };

test.each([
  ['step', { kind: 'step', after: 'start', action: { label: said('Avanti') } }],
  ['group', { kind: 'group', after: 'start', action: { label: said('Avanti') } }],
  ['regions', { kind: 'regions' }],
  ['final', { kind: 'final', outcome: 'completed' }],
] as const)('a new %s is drawn in one go', (_, asked) => {
  const { key, steps } = newStep(document, { ...inner, ...asked, label: said('Colloquio') });
  const result = runSteps(document, steps);
  expect(result).toMatchObject({ ok: true });
  expect(result.ok && result.document.steps[key]?.label).toEqual(said('Colloquio'));
});

test('regions are two, and both begin at once', () => {
  const asked = { ...inner, kind: 'regions', label: said('Insieme') } as const;
  const result = runSteps(document, newStep(document, asked).steps);
  const node = result.ok ? result.document.machine.states?.insieme : undefined;
  expect(node).toMatchObject({ type: 'parallel' });
  expect(Object.keys(node?.states ?? {})).toEqual(['ramo-1', 'ramo-2']);
});

test('a return is drawn inside its group', () => {
  const group = newStep(document, { ...inner, kind: 'group', label: said('Gruppo') });
  const grouped = runSteps(document, group.steps);
  if (!grouped.ok) throw new Error(grouped.refusal.words.en);
  const asked = { ...inner, kind: 'history', label: said('Riprende'), into: 'gruppo' } as const;
  expect(runSteps(grouped.document, newStep(grouped.document, asked).steps).ok).toBe(true);
});

test('a name that is taken gets a number', () => {
  const asked = { ...inner, kind: 'step', label: said('Start') } as const;
  expect(newStep(document, asked).key).toBe('start-2');
});
