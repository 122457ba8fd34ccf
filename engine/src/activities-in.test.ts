import { expect, it } from 'vitest';
import { activitiesIn } from './activities-in.ts';
import { emptyPathway } from './empty-pathway.ts';

const WORDS = { it: 'Parole', en: 'Words' };

it('finds activities of steps and of the whole pathway, each with the step of its effects', () => {
  const empty = emptyPathway({ id: 'line', title: WORDS });
  const invoke = { src: 'task', id: 'HELP', input: { label: WORDS } } as const;
  const [first, ...others] = Object.entries(empty.machine.states!);
  const states = { [first![0]]: { ...first![1], invoke: { ...invoke, id: 'MEET' } } };
  const machine = {
    ...empty.machine,
    invoke,
    states: { ...states, ...Object.fromEntries(others) },
  };
  const document = { ...empty, machine };
  const steps = [...activitiesIn(document)].map(([id, { step }]) => [id, step]);
  expect(steps).toEqual([
    ['HELP', machine.id],
    ['MEET', first![0]],
  ]);
  expect(activitiesIn(document)).toBe(activitiesIn(document));
});
