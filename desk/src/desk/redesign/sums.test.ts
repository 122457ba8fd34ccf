import { expect, it } from 'vitest';
import { sumsOf, waitingIn } from './sums.ts';
import { group, nothing, words } from './testing.ts';

const seat = { key: 'seat', kind: 'enrolment', label: words('Corso') };
const task = { key: 'task', kind: 'task', label: words('Colloquio') };
const inside = { key: 'inside', kind: 'pathway', label: words('Tirocinio') };

it('counts of an edition that is too small only those who wait', () => {
  const waiting = [{ key: 'e', label: words('Corso, dal 1 dicembre'), count: 2 }];
  const changes = { ...nothing, opened: [seat], waiting };
  expect(sumsOf([{ ...group, changes }])).toEqual([
    { name: 'opened-enrolment', tone: 'gains', sums: [{ about: seat.label, count: 3 }] },
    { name: 'waiting', tone: 'changes', sums: [{ about: waiting[0]!.label, count: 2 }] },
  ]);
  const groups = [
    { ...group, changes },
    { ...group, changes, stays: true },
    { ...group, changes: null },
    { ...group, changes },
  ];
  expect(waitingIn(groups)).toBe(4);
});

it('counts everybody to whom the same happens, losses before gains, and not who stays', () => {
  const changes = { ...nothing, opened: [task], withdrawn: [seat], kept: [inside, task] };
  const groups = [
    { ...group, changes: { ...changes, kept: [] } },
    { ...group, id: 'two', count: 2, changes },
    { ...group, id: 'three', changes, stays: true },
    { ...group, id: 'four', changes, count: 0 },
    { ...group, id: 'five', changes: null },
  ];
  expect(sumsOf(groups)).toEqual([
    { name: 'withdrawn-enrolment', tone: 'loses', sums: [{ about: seat.label, count: 5 }] },
    { name: 'opened-task', tone: 'gains', sums: [{ about: task.label, count: 5 }] },
    { name: 'kept-pathway', tone: 'keeps', sums: [{ about: inside.label, count: 2 }] },
  ]);
});
