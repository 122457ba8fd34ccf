import { expect, test } from 'vitest';
import { done, refusalOf, tinyDocument } from '../testing/tiny-document.ts';
import { addActivity } from './add-activity.ts';
import { changeActivity } from './change-activity.ts';
import { removeActivity } from './remove-activity.ts';
import { renameActivity } from './rename-activity.ts';

const tiny = tinyDocument();
const label = { it: 'Nuova', en: 'New' };
const input = { label, assignee: { role: 'youth' } } as const;
const task = { step: 'first', activity: 'new', kind: 'task', input } as const;

test('a step waits for one activity, for several, and for none', () => {
  const one = done(addActivity.run(tiny, task));
  expect(one.machine.states?.first?.invoke).toEqual({ id: 'new', src: 'task', input });
  const two = done(addActivity.run(one, { ...task, activity: 'other' }));
  expect(two.machine.states?.first?.invoke).toHaveLength(2);
  expect(done(removeActivity.run(one, { activity: 'new' }))).toEqual(tiny);
});

test('an activity has what its kind needs, at a step where one waits', () => {
  expect(refusalOf(addActivity.run(tiny, { ...task, step: 'end' }))).toBe('final-step');
  expect(refusalOf(addActivity.run(tiny, { ...task, activity: 'interview' }))).toBe('name-taken');
  const service = { activity: 'interview', kind: 'service', input } as const;
  expect(refusalOf(changeActivity.run(tiny, service))).toBe('activity-input-missing');
  const called = done(
    changeActivity.run(tiny, { ...service, input: { label, service: 'sms', form: 'talk' } }),
  );
  expect(called.machine.states?.talk?.invoke).toMatchObject({ src: 'service', onDone: [{}, {}] });
});

test('renaming there and back is the identity', () => {
  const there = done(renameActivity.run(tiny, { activity: 'interview', to: 'chat' }));
  const back = done(renameActivity.run(there, { activity: 'chat', to: 'interview' }));
  expect(JSON.stringify(back)).toBe(JSON.stringify(tiny));
});
