import { describe, expect, it } from 'vitest';
import { lastingOf } from './lasting.ts';
import { offerFor, offerTo } from './offers.ts';
import { quotedList } from './quoted-list.ts';
import { group, nothing, words } from './testing.ts';
import { isOutdated, peopleIn, stateOf, summaryOf } from './verdicts.ts';

describe('a plan in one sentence', () => {
  it('counts who goes over, who stays and who is undecided, and nobody twice', () => {
    const counts = { unaffected: 40, moved: 7, 'needs-decision': 2, blocked: 1, staying: 2 };
    expect(summaryOf({ counts })).toEqual({ going: 47, staying: 3, undecided: 2 });
    expect(peopleIn(counts)).toBe(52);
  });
});

describe('what cannot be undone', () => {
  const label = words('Invito');
  const seat = { key: 'seat', kind: 'enrolment', label: words('Corso') };
  const task = { key: 'task', kind: 'task', label: words('Colloquio') };
  const changes = { ...nothing, messages: [{ key: 'm', label }], withdrawn: [seat, task] };

  it('is each message and each seat, once', () => {
    const groups = [
      { ...group, changes },
      { ...group, id: 'two', changes },
    ];
    expect(lastingOf(groups)).toEqual({ messages: [label], seats: [seat.label] });
  });

  it('is nothing of those who stay', () => {
    const staying = [
      { ...group, changes, stays: true },
      { ...group, changes, count: 0 },
    ];
    expect(lastingOf(staying)).toEqual({ messages: [], seats: [] });
  });
});

it('a plan that was stopped can’t go on once another version is in use', () => {
  expect(isOutdated({ status: 'stopped', isCurrent: false })).toBe(true);
  expect(isOutdated({ status: 'stopped', isCurrent: true })).toBe(false);
  expect(isOutdated({ status: 'running', isCurrent: false })).toBe(false);
});

it('a plan that was closed is told as closed, not as through or taken back', () => {
  expect(stateOf({ status: 'taken-back', isClosed: true })).toBe('closed');
  expect(stateOf({ status: 'done', isClosed: true })).toBe('closed');
  expect(stateOf({ status: 'taken-back', isClosed: false })).toBe('taken-back');
});

describe('what can be done for one person', () => {
  it.each([
    ['planned', 'waiting', 'except'],
    ['running', 'failed', 'except'],
    ['planned', 'kept', 'include'],
    ['done', 'moved', 'take-back'],
    ['running', 'kept', undefined],
    ['computing', 'waiting', undefined],
    ['taken-back', 'moved', undefined],
    ['done', 'gone-on', undefined],
  ] as const)('while it is %s and the case %s: %s', (plan, one, offer) => {
    expect(offerFor(plan, one)).toBe(offer);
  });

  it('need not be left there where an answer or a rule does so, until it is under way', () => {
    const groups = [group, { ...group, id: 'other', stays: true }];
    const one = { group: 'other', status: 'waiting' } as const;
    expect(offerTo({ status: 'planned', groups }, one)).toBeUndefined();
    expect(offerTo({ status: 'planned', groups }, { ...one, group: 'one' })).toBe('except');
    expect(offerTo({ status: 'running', groups }, one)).toBe('except');
    expect(offerTo({ status: 'planned', groups }, { ...one, status: 'kept' })).toBe('include');
  });
});

describe('a list of names', () => {
  it('is quoted as each language does, each name once', () => {
    const all = [words('A'), words('B'), words('A')];
    expect(quotedList(all, 'it')).toBe('«A» e «B»');
    expect(quotedList(all, 'en')).toBe('“A” and “B”');
  });
});
