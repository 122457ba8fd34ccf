import { expect, test } from 'vitest';
import type { Deviation } from './deviation.ts';
import { deviationsByStep } from './deviations-by-step.ts';
import { Trace } from './testing-trace.ts';

const reason = 'why';
const toWork: Deviation = { type: 'go-to', to: 'work', reason };
const skipped: Deviation = { type: 'skip', from: 'meet', to: 'plan', reason };
const task: Deviation = {
  type: 'add-task',
  activity: 'ad-hoc/1',
  task: { text: 'text-1', assignee: { role: 'youth' } },
  reason,
};

test('deviations are counted where they left, over all cases and by kind', () => {
  const traces = [
    new Trace().deviate(skipped).deviate(toWork),
    new Trace().deviate(skipped).deviate(task),
    new Trace().walk('interview', 'BESIDE').deviate({ type: 'go-back', to: 'meet', reason }),
  ];
  const counts = deviationsByStep(traces.map(({ entries }) => entries));
  expect(Object.fromEntries(counts)).toEqual({
    meet: { skip: 2 },
    plan: { 'go-to': 1, 'add-task': 1 },
    'left-a': { 'go-back': 1 },
    'right-a': { 'go-back': 1 },
  });
});

test('an undone step is counted, an undone deviation is as if it never was', () => {
  const traces = [new Trace().walk('interview').undo(), new Trace().deviate(skipped).undo()];
  const counts = deviationsByStep(traces.map(({ entries }) => entries));
  expect(Object.fromEntries(counts)).toEqual({ plan: { undo: 1 } });
});

test('a case without deviations counts nowhere', () => {
  expect(deviationsByStep([new Trace().walk('interview').entries]).size).toBe(0);
});
