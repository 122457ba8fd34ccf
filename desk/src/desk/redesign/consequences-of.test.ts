import type { GroupChanges, MigrationGroup } from '@percorso/server/contract';
import { expect, it } from 'vitest';
import { consequencesOf } from './consequences-of.ts';
import { group, nothing, words } from './testing.ts';

const thing = (key: string, kind = 'task') => ({ key, kind, label: words(key) });
const choice = (at: string, changes: Partial<GroupChanges>) => ({
  ...{ at: [at], label: words(at) },
  changes: { ...nothing, ...changes },
});
const lab = thing('lab', 'enrolment');
const talk = thing('talk');
const visit = thing('visit');

const late = {
  steps: ['late'],
  choices: [
    choice('pending', { opened: [talk] }),
    choice('made', { actionsLost: [thing('offer')] }),
  ],
};
/** Asked twice: what was theirs at the lab is lost whatever is chosen for the offer. */
const lateAtLab = {
  steps: ['late'],
  choices: [
    choice('pending', { opened: [talk, visit], withdrawn: [lab] }),
    choice('made', { actionsLost: [thing('offer')], opened: [visit], withdrawn: [lab] }),
  ],
};
const atLab = {
  steps: ['lab'],
  choices: [choice('talks', { opened: [talk, visit], withdrawn: [lab] })],
};
const groups: MigrationGroup[] = [
  { ...group, id: 'both', count: 1, questions: [lateAtLab, atLab] },
  { ...group, id: 'many', count: 10, questions: [late] },
];

function told(steps: string, at: string) {
  const asked = { steps: [steps], groups: ['many', 'both'] };
  return consequencesOf({ groups }, asked, [at]).map(({ count, sentences }) => [
    count,
    ...sentences.map(({ name, about }) => [name, ...about.map(({ it: label }) => label)].join(' ')),
  ]);
}

it('tells at a question what hangs on it, alike for those who are asked another one too', () => {
  expect(told('late', 'pending')).toEqual([[11, 'opened-task talk']]);
  expect(told('late', 'made')).toEqual([[11, 'actions-lost offer']]);
});

it('tells what comes whatever is chosen once, at the question with the fewest choices', () => {
  expect(told('lab', 'talks')).toEqual([[1, 'withdrawn-enrolment lab', 'opened-task visit']]);
});

it('tells those whom a choice means something else apart, the most first', () => {
  const apart = [
    ...groups,
    { ...group, id: 'few', count: 4, questions: [{ ...late, choices: [choice('pending', {})] }] },
  ];
  const asked = { steps: ['late'], groups: ['few', 'many', 'both'] };
  const found = consequencesOf({ groups: apart }, asked, ['pending']);
  expect(found.map(({ count, sentences }) => [count, sentences.length])).toEqual([
    [11, 1],
    [4, 0],
  ]);
});
