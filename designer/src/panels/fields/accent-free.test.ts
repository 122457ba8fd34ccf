import { describe, expect, it } from 'vitest';
import { accentFree } from './accent-free.ts';

const age = { value: 'age', label: 'Età' };
const offer = { value: 'offer', label: 'Offerta fatta' };
const options = [
  { group: 'Della persona', items: [age, offer] },
  { value: 'x', label: 'Meta' },
];

describe('searching a list', () => {
  it('finds words without their accents, each under its group', () => {
    expect(accentFree({ options, search: ' ETA', limit: 9 })).toEqual([
      { group: 'Della persona', items: [age] },
      { value: 'x', label: 'Meta' },
    ]);
  });

  it('finds what is typed with its accent, and leaves out empty groups', () => {
    expect(accentFree({ options, search: 'ù', limit: 9 })).toEqual([]);
    expect(accentFree({ options, search: 'età', limit: 1 })).toHaveLength(1);
  });
});
