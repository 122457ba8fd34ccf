import { describe, expect, it } from 'vitest';
import { grouped, groupOf } from './groups.ts';

const now = new Date('2026-11-21T22:30:00Z'); // 23:30 in Rome
const task = (dueAt: string | null, overdue = false) =>
  ({ status: 'open', overdue, dueAt }) as const;

describe('the groups of tasks', () => {
  it('follow the calendar of Rome, not of UTC', () => {
    expect(groupOf(task('2026-11-21T22:45:00Z'), now)).toBe('today');
    expect(groupOf(task('2026-11-21T23:15:00Z'), now)).toBe('week');
  });

  it('put a week ahead under this week, and everything after it later', () => {
    expect(groupOf(task('2026-11-28T09:00:00Z'), now)).toBe('week');
    expect(groupOf(task('2026-11-29T09:00:00Z'), now)).toBe('later');
    expect(groupOf(task(null), now)).toBe('later');
  });

  it('trust the server on what is overdue', () => {
    expect(groupOf(task('2026-11-21T20:00:00Z', true), now)).toBe('overdue');
  });

  it('keep what is closed apart, however late it was', () => {
    expect(groupOf({ status: 'completed', overdue: true, dueAt: null }, now)).toBe('closed');
  });

  it('come in the order of urgency, and only where there is something', () => {
    const groups = grouped([task(null), task('2026-11-20T10:00:00Z', true)], now);
    expect(groups.map(([name]) => name)).toEqual(['overdue', 'later']);
  });
});
