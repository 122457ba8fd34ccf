import { describe, expect, test } from 'vitest';
import { changeActivity } from '../activities/change-activity.ts';
import { addRegion } from '../steps/add-region.ts';
import { groupSteps } from '../steps/group-steps.ts';
import { done, refusalOf, tinyDocument } from '../testing/tiny-document.ts';
import { addDependency } from './add-dependency.ts';
import { duplicateSteps } from './duplicate-steps.ts';
import { extractedPathway, extractPathway } from './extract-pathway.ts';
import { inlinePathway } from './inline-pathway.ts';
import { insertStep } from './insert-step.ts';
import { makeConditional } from './make-conditional.ts';
import { makeParallel } from './make-parallel.ts';
import { pasteFragment } from './paste-fragment.ts';
import { removeDependency } from './remove-dependency.ts';
import { repeatStep } from './repeat-step.ts';
import { replaceStep } from './replace-step.ts';
import { swapSteps } from './swap-steps.ts';

const tiny = tinyDocument();
const label = { it: 'Nuovo', en: 'New' };

test('a step is inserted between two', () => {
  const place = { step: 'new', label, from: 'first', to: 'talk', action: 'GO' };
  const { machine } = done(insertStep.run(tiny, place));
  expect(machine.states?.first?.on?.GO).toEqual({ target: '#new', guard: 'adult' });
  expect(machine.states?.new?.on?.GO).toEqual({ target: '#talk' });
  expect(refusalOf(insertStep.run(tiny, { ...place, to: 'end' }))).toBe('no-way-between');
});

test('a step is replaced by another one with the same arrows', () => {
  const input = { label, assignee: { role: 'youth' } } as const;
  const activity = { id: 'walk', kind: 'task', input } as const;
  const plain = { step: 'first', by: 'other', label };
  const { machine } = done(replaceStep.run(tiny, plain));
  expect(machine.initial).toBe('other');
  expect(refusalOf(replaceStep.run(tiny, { step: 'talk', by: 'other', label }))).toBe(
    'next-ambiguous',
  );
  // The new activity has no form: what was decided by its answer can't be decided.
  expect(refusalOf(replaceStep.run(tiny, { step: 'talk', by: 'other', label, activity }))).toBe(
    'answer-not-here',
  );
  const formed = { ...activity, input: { ...input, form: 'talk' } };
  const document = done(
    replaceStep.run(tiny, { step: 'talk', by: 'other', label, activity: formed }),
  );
  expect(document.machine.states?.other?.invoke).toMatchObject({ id: 'walk', onDone: [{}, {}] });
});

test('two steps in a row exchange their places', () => {
  const { machine } = done(swapSteps.run(tiny, { step: 'first', other: 'talk' }));
  expect(machine.initial).toBe('talk');
  expect(machine.states?.talk?.invoke).toMatchObject({
    onDone: [{ target: '#first' }, { target: '#first' }],
  });
  expect(machine.states?.first?.on?.GO).toEqual({ target: '#care', guard: 'adult' });
  expect(refusalOf(swapSteps.run(tiny, { step: 'first', other: 'end' }))).toBe('final-step');
});

test('a step is repeated while a rule holds, or by an action', () => {
  const held = done(repeatStep.run(tiny, { step: 'talk', guard: 'went-well' }));
  expect(held.machine.states?.talk?.invoke).toMatchObject({
    onDone: [{ target: '#talk', guard: 'went-well', reenter: true }, {}, {}],
  });
  const { machine } = done(repeatStep.run(tiny, { step: 'care' }));
  expect(machine.states?.care?.onDone).toMatchObject([{ target: '#care' }, { target: '#end' }]);
  expect(refusalOf(repeatStep.run(tiny, { step: 'first' }))).toBe('next-ambiguous');
});

test('steps in a row are done side by side, then the pathway goes on', () => {
  const parameters = { steps: ['first', 'talk'], group: 'both', label };
  const { machine } = done(makeParallel.run(tiny, parameters));
  expect(machine.initial).toBe('both');
  const both = machine.states?.both;
  expect(both).toMatchObject({ type: 'parallel', onDone: { target: '#care' } });
  expect(both?.states?.['first-region']?.states?.first?.on?.GO).toEqual({
    target: '#first-end',
    guard: 'adult',
  });
});

test('a step is done on a condition only', () => {
  const { machine } = done(makeConditional.run(tiny, { step: 'talk', rule: 'counted' }));
  expect(machine.states?.first?.on?.GO).toEqual([
    { target: '#talk', guard: 'adult-and-counted' },
    { target: '#care', guard: 'adult' },
  ]);
  expect(refusalOf(makeConditional.run(tiny, { step: 'first', rule: 'adult' }))).toBe('no-way-in');
});

describe('a dependency', () => {
  test('is added and removed without a trace', () => {
    const added = done(addDependency.run(tiny, { step: 'talk', after: 'two' }));
    expect(added.machine.states?.first?.on?.GO).toMatchObject({ guard: 'adult-and-after-two' });
    expect(added.data.properties.twoDone).toMatchObject({ type: 'boolean', default: false });
    const removed = done(removeDependency.run(added, { step: 'talk', after: 'two' }));
    expect(removed).toEqual(tiny);
  });

  test('that is not there is not removed', () => {
    expect(refusalOf(removeDependency.run(tiny, { step: 'talk', after: 'two' }))).toBe(
      'no-way-between',
    );
  });
});

describe('a sub-pathway', () => {
  test('is extracted from a group and brought back', () => {
    const parameters = { step: 'care', pathway: 'caring' };
    const extracted = extractedPathway(tiny, parameters);
    if ('code' in extracted) throw new Error(extracted.words.en);
    expect(Object.keys(extracted.steps)).toEqual(['one', 'two', 'done']);
    const outer = done(extractPathway.run(tiny, parameters));
    expect(outer.machine.states?.care).toMatchObject({
      invoke: { src: 'pathway', onDone: { target: '#end' } },
    });
    const inlined = done(inlinePathway.run(outer, { step: 'care', source: extracted }));
    expect(inlined.machine.states?.care).toMatchObject({
      initial: 'one',
      onDone: { target: '#end' },
    });
    expect(Object.keys(inlined.steps).sort()).toEqual(Object.keys(tiny.steps).sort());
  });

  test('is not extracted where arrows cross its border, nor inlined where it is another', () => {
    const grouped = done(groupSteps.run(tiny, { steps: ['first', 'talk'], group: 'start', label }));
    expect(refusalOf(extractPathway.run(grouped, { step: 'start', pathway: 'p' }))).toBe(
      'transitions-across',
    );
    expect(refusalOf(inlinePathway.run(tiny, { step: 'talk', source: tiny }))).toBe(
      'pathway-needed',
    );
  });
});

test('what a sub-pathway was given is where it is brought, or can not be', () => {
  const parameters = { step: 'care', pathway: 'caring' };
  const outer = done(extractPathway.run(tiny, parameters));
  const source = { ...tiny, id: 'caring', machine: { ...tiny.machine, id: 'caring' } };
  const input = (data: Readonly<Record<string, number | { readonly fact: string }>>) => {
    const is = { label, pathway: 'caring', data };
    const activity = 'care-pathway';
    return done(changeActivity.run(outer, { activity, kind: 'pathway', input: is }));
  };
  const step = 'care';
  const literal = done(inlinePathway.run(input({ count: 7 }), { step, source }));
  expect(literal.data.properties.count2?.default).toBe(7);
  const shared = done(
    inlinePathway.run(input({ count: { fact: 'case.count' } }), { step, source }),
  );
  expect(Object.keys(shared.data.properties)).toEqual(['count', 'done']);
  const copied = inlinePathway.run(input({ count: { fact: 'participant.age' } }), { step, source });
  expect(refusalOf(copied)).toBe('fact-copied');
});

describe('copies', () => {
  test('a duplicate has keys of its own and leads on to the same steps', () => {
    const document = done(duplicateSteps.run(tiny, { steps: ['talk'] }));
    const copy = document.machine.states?.['talk-2'];
    expect(copy?.invoke).toMatchObject({
      id: 'interview-2',
      onDone: [{ target: '#care' }, { target: '#care' }],
    });
    expect(document.rules).toEqual(tiny.rules);
  });

  test('pasting into another pathway brings what belongs to the steps', () => {
    const empty = { ...tinyDocument(), forms: {}, rules: {}, actions: {}, messages: {} };
    const end = tiny.machine.states!.end!;
    const target = {
      ...empty,
      id: 'other',
      steps: { end: tiny.steps.end! },
      machine: { id: 'other', initial: 'end', states: { end } },
    };
    const fragment = { steps: ['talk'], document: tiny };
    const pasted = done(pasteFragment.run(target, { fragment }));
    expect(Object.keys(pasted.forms)).toEqual(['talk']);
    expect(Object.keys(pasted.messages)).toEqual(['hello']);
    // The group to which it led is not there.
    expect(pasted.machine.states?.talk?.invoke).not.toHaveProperty('onDone');
  });

  test('pasting into a region needs no new name for what means the same', () => {
    const parallel = { group: 'care', region: 'r', label, first: { step: 's', label } };
    expect(refusalOf(addRegion.run(tiny, parallel))).toBe('regions-needed');
    const pasted = done(pasteFragment.run(tiny, { fragment: { steps: ['care'], document: tiny } }));
    expect(pasted.machine.states?.['care-2']?.states).toHaveProperty('one-2');
  });
});
