import { expect, test } from 'vitest';
import { draftKeep } from './draft-keep.ts';

/** A browser's storage, as far as it is used. */
function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage;
}

const MINE = { base: '{}', mine: '{"mine":1}' };
const OTHER = { base: '{}', mine: '{"other":1}' };

test('what is kept is read again, and forgotten when there is nothing to keep', () => {
  const device = storage();
  const keep = draftKeep('paola', 'draft', () => device);
  expect(keep.write(MINE)).toBe(true);
  expect(draftKeep('paola', 'draft', () => device).read()).toEqual(MINE);
  expect(draftKeep('chiara', 'draft', () => device).read()).toBeUndefined();
  keep.write(undefined);
  expect(keep.read()).toBeUndefined();
});

test('what another tab keeps is not forgotten when this one has saved', () => {
  const device = storage();
  const keep = draftKeep('paola', 'draft', () => device);
  const tab = draftKeep('paola', 'draft', () => device);
  keep.write(MINE);
  tab.write(OTHER);
  keep.write(undefined);
  expect(tab.read()).toEqual(OTHER);
});

test('a browser that forbids its storage keeps nothing, and says so', () => {
  const forbidden = (): Storage => {
    throw new Error('The operation is insecure');
  };
  const keep = draftKeep('paola', 'draft', forbidden);
  expect(keep.read()).toBeUndefined();
  expect(keep.write(MINE)).toBe(false);
});
