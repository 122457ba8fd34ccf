import { describe, expect, it } from 'vitest';
import { readFilters, writeFilters } from './filters.ts';

describe('the filters of the case list', () => {
  it('survive the way into the address and back', () => {
    const filters = { status: 'done', order: 'name', pathway: 'mig-work-neet' } as const;
    expect(readFilters(writeFilters(filters))).toEqual(filters);
  });

  it('leave out a choice that does not exist, and what is no filter', () => {
    expect(readFilters(new URLSearchParams('status=secret&text=Rossi&subject=group'))).toEqual({
      subject: 'group',
    });
  });

  it('leave empty filters out of the address', () => {
    expect(writeFilters({ pathway: '' }).toString()).toBe('');
  });
});
