import { compareDocuments, emptyPathway, type PathwayDocument } from '@percorso/engine';
import { expect, test } from 'vitest';
import { runSteps, type Step } from '../editor/edit-history.ts';
import { changesByStep, kindByStep } from './changes-by-step.ts';

const said = (it: string, en = it) => ({ it, en });

function edited(document: PathwayDocument, ...steps: readonly Step[]): PathwayDocument {
  const result = runSteps(document, steps);
  if (!result.ok) throw new Error(result.refusal.words.en);
  return result.document;
}

const add = (step: string): Step => ({
  name: 'add-step',
  parameters: { step, label: said(step) },
});
const before = edited(emptyPathway({ id: 'new', title: said('Nuovo') }), add('old'), add('both'));
const after = edited(
  before,
  { name: 'remove-step', parameters: { step: 'old', arrows: 'remove' } },
  { name: 'set-step-label', parameters: { step: 'both', label: said('Altro nome') } },
  add('fresh'),
  { name: 'describe-pathway', parameters: { title: said('Altro titolo') } },
);
const differences = compareDocuments(before, after);

test('each step has its own, what is gone follows, and the whole comes last', () => {
  const groups = changesByStep(differences, before, after);
  expect(groups.map(({ step }) => step)).toEqual(['both', 'fresh', 'old', undefined]);
  expect(groups.map(({ isThere }) => isThere)).toEqual([true, true, false, false]);
  expect(groups.flatMap((group) => group.differences)).toHaveLength(differences.length);
});

test('on the drawing a step is new, gone or has another name', () => {
  expect(kindByStep(differences)).toEqual({ both: 'renamed', fresh: 'added', old: 'removed' });
});
