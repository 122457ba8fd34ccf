import { expect, test } from 'vitest';
import { SessionReads } from './session-reads.ts';

interface Row {
  readonly token_hash: Buffer;
}

/** A table of sessions whose statements end only when they are let. */
function table(...known: string[]) {
  const statements: { asked: string[]; end: (error?: Error) => void }[] = [];
  const reads = new SessionReads<Row>((hashes) => {
    const { promise, resolve, reject } = Promise.withResolvers<Row[]>();
    const asked = hashes.map(String);
    const rows = hashes.filter((hash) => known.includes(String(hash)));
    const end = (error?: Error) =>
      error ? reject(error) : resolve(rows.map((token_hash) => ({ token_hash })));
    statements.push({ asked, end });
    return promise;
  });
  return { statements, find: (name: string) => reads.find(Buffer.from(name)) };
}

test('what is asked while two statements are under way leaves together, each session once', async () => {
  const { statements, find } = table('a', 'b', 'c');
  const found = ['a', 'b', 'c', 'd', 'c'].map(find);
  expect(statements.map(({ asked }) => asked)).toEqual([['a'], ['b']]);
  statements[0]!.end();
  await found[0];
  await Promise.resolve();
  expect(statements[2]?.asked).toEqual(['c', 'd']);
  statements[1]!.end();
  statements[2]!.end();
  const names = (await Promise.all(found)).map((row) => row && String(row.token_hash));
  expect(names).toEqual(['a', 'b', 'c', undefined, 'c']);
});

test('nobody is answered by a statement that began before they asked', async () => {
  const { statements, find } = table('a');
  const first = find('a');
  const second = find('a');
  expect(statements).toHaveLength(2);
  for (const { end } of statements) end();
  expect(await first).toEqual(await second);
});

test('a statement that fails fails for its own askers only', async () => {
  const { statements, find } = table('a', 'b');
  const [first, second] = [find('a'), find('b')];
  statements[0]!.end(new Error('away'));
  statements[1]!.end();
  await expect(first).rejects.toThrow('away');
  expect(String((await second)?.token_hash)).toBe('b');
});
