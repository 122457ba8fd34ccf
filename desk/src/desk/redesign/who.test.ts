import { describe, expect, it } from 'vitest';
import { group } from './testing.ts';
import { queryOf, whoAddress, whoOf, withoutWho } from './who.ts';

const search = (text: string) => new URLSearchParams(text);
const counts = { unaffected: 0, moved: 3, 'needs-decision': 0, blocked: 0, staying: 0 };
const plan = { status: 'planned' as const, groups: [group], cases: {}, counts };

describe('whose people are looked at', () => {
  it('is in the address, beside what else is there', () => {
    const who = { step: 'followed', version: 2, fate: 'moved' as const };
    const address = whoAddress(search('preview=p&group=old'), who);
    const read = search(address.slice(1));
    expect(read.get('preview')).toBe('p');
    expect(whoOf(read)).toEqual(who);
    expect(withoutWho(read).toString()).toBe('preview=p');
  });

  it('is nobody where the address asks for nobody', () => {
    expect(whoOf(search('group=one'))).toBeUndefined();
  });

  it('heeds nothing that it doesn’t know', () => {
    expect(whoOf(search('who=shown&fate=lost&status=gone&version=-1'))).toEqual({});
  });
});

describe('the query for the people behind a number', () => {
  it('leaves the exceptions out, which are counted elsewhere, until the plan has begun', () => {
    expect(queryOf(plan, { fate: 'moved' })).toEqual({ verdict: 'moved', status: 'waiting' });
    const done = { ...plan, status: 'done' as const };
    expect(queryOf(done, { fate: 'moved' })).toEqual({ verdict: 'moved' });
  });

  it('finds the exceptions by their status', () => {
    expect(queryOf(plan, { fate: 'staying', version: 1 })).toEqual({ status: 'kept', version: 1 });
  });

  it('is none where an answer keeps a whole group, which no query tells apart', () => {
    const staying = { ...plan, groups: [group, { ...group, id: 'two', stays: true }] };
    expect(queryOf(staying, { fate: 'staying' })).toBeUndefined();
    expect(queryOf(staying, { fate: 'moved' })).toBeUndefined();
    expect(queryOf(staying, { group: 'two' })).toEqual({ group: 'two' });
  });
});
