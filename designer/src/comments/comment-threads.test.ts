import { expect, test } from 'vitest';
import type { DraftComment } from '../editor/props.ts';
import { commentThreads } from './comment-threads.ts';

const comment = (id: string, at: string, more: Partial<DraftComment> = {}): DraftComment => ({
  id,
  at,
  step: undefined,
  parent: undefined,
  text: id,
  author: { id: 'a', name: 'Anna' },
  resolvedBy: undefined,
  ...more,
});

test('answers stand below their comment, the newest thread first', () => {
  const threads = commentThreads(
    [
      comment('old', '2026-01-01T08:00:00Z'),
      comment('late answer', '2026-01-03T08:00:00Z', { parent: 'old' }),
      comment('new', '2026-01-02T08:00:00Z'),
      comment('early answer', '2026-01-01T09:00:00Z', { parent: 'old' }),
    ],
    undefined,
  );
  expect(threads.map(({ head }) => head.id)).toEqual(['new', 'old']);
  expect(threads[1]?.replies.map(({ id }) => id)).toEqual(['early answer', 'late answer']);
});

test('those on the chosen step come first', () => {
  const threads = commentThreads(
    [
      comment('here', '2026-01-01T08:00:00Z', { step: 'start' }),
      comment('elsewhere', '2026-01-02T08:00:00Z'),
    ],
    'start',
  );
  expect(threads.map(({ head }) => head.id)).toEqual(['here', 'elsewhere']);
});
