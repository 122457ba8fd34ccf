import { expect, test } from 'vitest';
import type { MachineNode } from '../../document.ts';
import { drawn, foundBy } from '../testing-pathway.ts';

function regions(right: MachineNode['states'], hasOnDone = true) {
  return drawn({
    states: {
      both: {
        type: 'parallel',
        on: { LEAVE: { target: '#ended' } },
        ...(hasOnDone && { onDone: { target: '#ended' } }),
        states: {
          left: {
            initial: 'l1',
            states: { l1: { on: { L: { target: '#l2' } } }, l2: { type: 'final' } },
          },
          right: { initial: 'r1', states: right! },
        },
      },
      ended: { type: 'final' },
    },
  });
}

test('a region without an end is found where something waits for all regions', () => {
  const [found] = foundBy('completion-impossible', regions({ r1: {} }));
  expect(found?.elements.map(({ step }) => step)).toEqual(['right']);
  expect(found?.repair).toMatchObject({
    command: 'add-step',
    parameters: { step: 'right-end', into: 'right', kind: 'final' },
  });
});

test('regions that all have an end are none, nor are those that nothing waits for', () => {
  const complete = regions({ r1: { on: { R: { target: '#r2' } } }, r2: { type: 'final' } });
  expect(foundBy('completion-impossible', complete)).toEqual([]);
  expect(foundBy('completion-impossible', regions({ r1: {} }, false))).toEqual([]);
});
