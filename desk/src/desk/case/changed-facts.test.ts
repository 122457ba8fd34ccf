import { describe, expect, it } from 'vitest';
import { changedFacts } from './changed-facts.ts';

describe('a correction', () => {
  it('names only what changed, and forgets what was emptied', () => {
    const known = { goal: 'job', noShows: 2, wishes: ['a'] };
    expect(changedFacts(known, { goal: 'study', wishes: ['a'] })).toEqual({
      goal: 'study',
      noShows: null,
    });
  });

  it('keeps an honest no and a zero', () => {
    expect(changedFacts({ came: true, noShows: 1 }, { came: false, noShows: 0 })).toEqual({
      came: false,
      noShows: 0,
    });
  });
});
