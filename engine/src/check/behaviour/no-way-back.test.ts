import { expect, test } from 'vitest';
import { compile } from '../../pathway.ts';
import { walkExample } from '../example/counter-example.ts';
import { drawn, foundBy, words } from '../testing-pathway.ts';

const stages = ['welcome', 'strategy', 'training'].map((id) => ({
  id,
  label: words(id),
  colour: 'blue' as const,
}));

function training(mayReorient: boolean, withStages = stages) {
  return drawn({
    stages: withStages,
    steps: {
      registered: { stage: withStages[0]!.id },
      choosing: { stage: withStages[1]!.id },
      course: { stage: withStages[2]!.id },
    },
    states: {
      registered: { on: { CONVENE: { target: '#choosing' } } },
      choosing: { on: { ENROL: { target: '#course' } } },
      course: {
        on: {
          CLOSE: { target: '#ended' },
          ...(mayReorient && { RE_ORIENT: { target: '#choosing' } }),
        },
      },
      ended: { type: 'final' },
    },
  });
}

test('a stage without a way back to the strategy is found, with the walk to it', () => {
  const document = training(false);
  const [found, ...more] = foundBy('no-way-back', document);
  expect(more).toEqual([]);
  expect(found?.severity).toBe('warning');
  expect(found?.elements[0]?.step).toBe('course');
  expect(walkExample(compile(document), found!.walk!)?.value).toBe('course');
});

test('a transition is proposed, by an action that the step does not offer yet', () => {
  expect(foundBy('no-way-back', training(false))[0]?.repair).toMatchObject({
    command: 'add-transition',
    parameters: { from: 'course', cause: { kind: 'action', name: 'CONVENE' }, to: 'choosing' },
  });
});

test('a stage with a way back is none; the stage before the strategy needs none', () => {
  expect(foundBy('no-way-back', training(true))).toEqual([]);
});

test('a pathway without a stage “strategy” is not asked for it', () => {
  const others = ['a', 'b', 'c'].map((id) => ({ ...stages[0]!, id }));
  expect(foundBy('no-way-back', training(false, others))).toEqual([]);
});

test('a step without a stage of its own belongs to that of the group around it', () => {
  const document = drawn({
    stages,
    steps: { choosing: { stage: 'strategy' }, course: { stage: 'training' } },
    states: {
      choosing: { on: { ENROL: { target: '#course' } } },
      course: {
        initial: 'lesson',
        states: { lesson: { on: { CLOSE: { target: '#ended' } } } },
      },
      ended: { type: 'final' },
    },
  });
  expect(foundBy('no-way-back', document)[0]?.elements[0]?.step).toBe('lesson');
});

test('who can only come there with something known is shown the way', () => {
  const document = drawn({
    stages,
    participant: { age: { type: 'integer', minimum: 14, maximum: 34 } },
    rules: { adult: { fact: 'participant.age', op: '>=', value: 18 } },
    steps: { choosing: { stage: 'strategy' }, course: { stage: 'training' } },
    states: {
      choosing: {
        on: { ENROL: { target: '#course', guard: 'adult' }, LEAVE: { target: '#ended' } },
      },
      course: { on: { CLOSE: { target: '#ended' } } },
      ended: { type: 'final' },
    },
  });
  expect(foundBy('no-way-back', document)[0]?.walk?.participant.age).toBeGreaterThanOrEqual(18);
});

test('for the end of a group, which nothing can leave, one from the group is proposed', () => {
  const document = drawn({
    stages,
    steps: { choosing: { stage: 'strategy' }, course: { stage: 'training' } },
    states: {
      choosing: { on: { ENROL: { target: '#course' }, LEAVE: { target: '#ended' } } },
      course: {
        initial: 'lesson',
        states: { lesson: { on: { CLOSE: { target: '#over' } } }, over: { type: 'final' } },
        after: { P9D: { target: '#ended' } },
      },
      ended: { type: 'final' },
    },
  });
  const found = foundBy('no-way-back', document);
  const proposed = found.map(({ elements, repair }) => [
    elements[0]?.step,
    repair?.parameters.from,
  ]);
  expect(proposed).toEqual([
    ['lesson', 'lesson'],
    ['over', 'course'],
  ]);
});
