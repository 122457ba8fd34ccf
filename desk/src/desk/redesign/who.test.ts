import { describe, expect, it } from 'vitest';
import { group, nothing, words } from './testing.ts';
import { queryOf, questionName, whoAddress, whoOf, withoutWho } from './who.ts';

const search = (text: string) => new URLSearchParams(text);
const task = { key: 'task', kind: 'task', label: words('Colloquio') };
const opens = { ...group, id: 'two', changes: { ...nothing, opened: [task] } };
const question = {
  version: 1,
  steps: ['late', 'lost'],
  words: words('Dove?'),
  choices: [{ at: ['found'], label: words('Ritrovato') }],
  groups: ['one', 'two'],
  count: 6,
};
const plan = { groups: [group, opens], questions: [question] };

describe('whose people are looked at', () => {
  it('is in the address, beside what else is there', () => {
    const who = { step: 'followed', version: 2, fate: 'moved' as const };
    const address = whoAddress(search('preview=p&group=old'), who);
    const read = search(address.slice(1));
    expect(read.get('preview')).toBe('p');
    expect(whoOf(read)).toEqual(who);
    expect(withoutWho(read).toString()).toBe('preview=p');
  });

  it('may be all to whom something happens, and all who are asked about', () => {
    for (const who of [
      { change: 'opened-task', about: 'Colloquio' },
      { question: 'late lost > found', version: 1 },
    ]) {
      expect(whoOf(search(whoAddress(search(''), who).slice(1)))).toEqual(who);
    }
  });

  it('is nobody where the address asks for nobody', () => {
    expect(whoOf(search('group=one'))).toBeUndefined();
  });

  it('heeds nothing that it doesn’t know', () => {
    expect(whoOf(search('who=shown&fate=lost&status=gone&version=-1'))).toEqual({});
  });
});

describe('the query for the people behind a number', () => {
  it('is what the address says, where that is all', () => {
    expect(queryOf(plan, { fate: 'staying', version: 1 })).toEqual({ fate: 'staying', version: 1 });
  });

  it('names the groups to which something happens', () => {
    const who = { change: 'opened-task', about: 'Colloquio' };
    expect(queryOf(plan, who)).toEqual({ fate: 'going', group: 'two' });
    const staying = { ...plan, groups: [{ ...opens, stays: true }] };
    expect(queryOf(staying, who)).toMatchObject({ group: '-' });
  });

  it('names the groups for which a question comes up', () => {
    const who = { question: 'late lost > found', version: 1 };
    const query = { version: 1, fate: 'needs-decision', group: 'one,two' };
    expect(queryOf(plan, who)).toEqual(query);
    expect(queryOf({ ...plan, questions: [] }, who)).toMatchObject({ group: '-' });
    const other = {
      ...question,
      choices: [{ at: ['other'], label: words('Altro') }],
      groups: ['three'],
    };
    const both = { ...plan, questions: [question, other] };
    expect(queryOf(both, { ...who, question: questionName(other) })).toMatchObject({
      group: 'three',
    });
  });
});
