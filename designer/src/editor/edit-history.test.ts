import { emptyPathway, sortedJson } from '@percorso/engine';
import { describe, expect, test } from 'vitest';
import { inverseOf } from '../merge/inverse-of.ts';
import {
  type EditHistory,
  historyOf,
  redo,
  runSteps,
  type Step,
  undo,
  withArrival,
  withEdit,
} from './edit-history.ts';

const said = (it: string, en = it) => ({ it, en });
const document = emptyPathway({ id: 'new', title: said('Nuovo') });
const add = (step: string): Step => ({
  name: 'add-step',
  parameters: { step, label: said(step) },
});
const rename = (step: string, name: string): Step => ({
  name: 'set-step-label',
  parameters: { step, label: said(name) },
});

function after(history: EditHistory, ...steps: readonly Step[]): EditHistory {
  const result = runSteps(history.document, steps);
  if (!result.ok) throw new Error(result.refusal.words.en);
  const label = said('edit');
  return withEdit(history, { label, steps, before: history.document, after: result.document });
}

function must(stepped: ReturnType<typeof undo>): EditHistory {
  if (!stepped?.ok) throw new Error('nothing to undo, or refused');
  return stepped.history;
}

test('several commands are one edit, and all of them or none', () => {
  const refused = runSteps(document, [add('one'), add('one')]);
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'name-taken' } });
  const history = after(historyOf(document), add('one'), add('two'));
  expect(must(undo(history, inverseOf)).document).toBe(document);
});

test('undo without end, and redo as far again', () => {
  let history = historyOf(document);
  for (let count = 0; count < 200; count += 1) history = after(history, add(`step-${count}`));
  const last = history.document;
  for (let count = 0; count < 200; count += 1) history = must(undo(history, inverseOf));
  expect(history.document).toBe(document);
  expect(undo(history, inverseOf)).toBeUndefined();
  for (let count = 0; count < 200; count += 1) history = must(redo(history, inverseOf));
  expect(history.document).toBe(last);
});

test('undo and redo tell which steps got other keys, and nothing else', () => {
  const replace = {
    name: 'replace-step',
    parameters: { step: 'one', by: 'two', label: said('2') },
  };
  const history = after(historyOf(document), add('one'));
  const replaced = after(history, replace as Step, rename('two', 'Due'));
  const undone = undo(replaced, inverseOf);
  expect(undone).toMatchObject({
    steps: [{ name: 'rename-step', parameters: { step: 'two', to: 'one' } }],
  });
  expect(redo(must(undone), inverseOf)).toMatchObject({
    steps: [{ name: 'rename-step', parameters: { step: 'one', to: 'two' } }],
  });
  expect(undo(history, inverseOf)).toMatchObject({ steps: [] });
});

test('a new edit forgets what was undone', () => {
  const undone = must(undo(after(historyOf(document), add('one')), inverseOf));
  expect(redo(after(undone, add('two')), inverseOf)).toBeUndefined();
});

describe('when a colleague’s edit came between', () => {
  const mine = after(historyOf(document), add('mine'));
  const arrived = (...steps: readonly Step[]) => {
    const theirs = runSteps(mine.document, steps);
    if (!theirs.ok) throw new Error(theirs.refusal.words.en);
    return withArrival(mine, theirs.document);
  };

  test('undo takes back mine and keeps theirs; redo brings mine back', () => {
    const history = must(undo(arrived(add('theirs')), inverseOf));
    expect(Object.keys(history.document.steps)).toEqual(['start', 'theirs']);
    const again = must(redo(history, inverseOf));
    expect(Object.keys(again.document.steps).sort()).toEqual(['mine', 'start', 'theirs']);
    expect(sortedJson(again.document)).toBe(sortedJson(arrived(add('theirs')).document));
  });

  test('undo is refused, with a reason, where both touched the same', () => {
    const refused = undo(arrived(rename('mine', 'Di tutti e due')), inverseOf);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'undo-conflict' } });
  });
});
