import { expect, test } from 'vitest';
import { createLog } from './log.ts';

const clock = () => new Date('2026-11-21T09:00:00.000Z');

function logged(use: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  use(createLog((line) => lines.push(line), clock));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('a line is one JSON object with the time, the level and the message', () => {
  expect(logged((log) => log.info('started\nhere', { port: 3000 }))).toEqual([
    { at: '2026-11-21T09:00:00.000Z', level: 'info', message: 'started\nhere', port: 3000 },
  ]);
});

test('an error is told by its name, its code and its places, never by its text', () => {
  const error = Object.assign(new Error('Key (email)=(zoe@example.org) already exists'), {
    code: '23505',
    detail: 'zoe@example.org',
  });
  const [line] = logged((log) => log.error('could not write', error, { id: 'a1' }));
  expect(line).toMatchObject({
    at: '2026-11-21T09:00:00.000Z',
    level: 'error',
    error: 'Error',
    code: '23505',
    id: 'a1',
  });
  expect(JSON.stringify(line)).not.toContain('zoe');
  expect(line!.where).toContain('log.test.ts');
});

test('a thrown text is not written either', () => {
  const [line] = logged((log) => log.error('odd', 'zoe@example.org'));
  expect(line).toMatchObject({ error: 'string' });
  expect(JSON.stringify(line)).not.toContain('zoe');
});
