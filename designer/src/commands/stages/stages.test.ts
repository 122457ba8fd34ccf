import { expect, test } from 'vitest';
import { done, refusalOf, tinyDocument } from '../testing/tiny-document.ts';
import { addStage } from './add-stage.ts';
import { changeStage } from './change-stage.ts';
import { orderStages } from './order-stages.ts';
import { removeStage } from './remove-stage.ts';

const tiny = tinyDocument();
const stage = { id: 'new', label: { it: 'Nuova', en: 'New' }, colour: 'grey' } as const;

test('a stage is added, coloured, ordered and removed', () => {
  const added = done(addStage.run(tiny, { stage, at: 0 }));
  expect(done(changeStage.run(added, { stage: 'new', colour: 'teal' })).stages[0]?.colour).toBe(
    'teal',
  );
  const order = ['start', 'later', 'new'];
  expect(done(orderStages.run(added, { order })).stages.map(({ id }) => id)).toEqual(order);
  expect(done(removeStage.run(added, { stage: 'new' }))).toEqual(tiny);
});

test('a stage in use stays, and its id is its own', () => {
  expect(refusalOf(removeStage.run(tiny, { stage: 'start' }))).toBe('in-use');
  expect(refusalOf(removeStage.run(tiny, { stage: 'none' }))).toBe('name-unknown');
  expect(refusalOf(addStage.run(tiny, { stage: { ...stage, id: 'start' } }))).toBe(
    'stage-duplicate',
  );
  expect(refusalOf(orderStages.run(tiny, { order: ['start', 'start'] }))).toBe('order-wrong');
});
