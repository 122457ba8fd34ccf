import type { VersionEntry } from '@percorso/server/contract';
import { expect, test } from 'vitest';
import { changesAddress, changesAsked } from './version-changes-address.ts';

const difference = {
  kind: 'removed' as const,
  element: { type: 'step', key: 'lab', path: '/steps/lab' },
  step: 'lab',
  words: { it: 'Via', en: 'Gone' },
};
const entry = (version: number, differences: VersionEntry['differences']): VersionEntry => ({
  ...{ version, differences, publishedAt: '', publishedBy: null, authors: [], note: '' },
  ...{ contentHash: '', running: 0, current: false, withdrawn: null },
});
const versions = [entry(4, []), entry(3, [difference]), entry(1, null)];

const asked = (address: string) => {
  const found = changesAsked(versions, new URLSearchParams(address.split('?')[1]));
  return found && [found.entry.version, found.before, found.shown];
};

test('the address names the version, and on which of the two drawings it is looked at', () => {
  expect(asked(changesAddress('neet', 3, 3))).toEqual([3, 1, 3]);
  expect(asked(changesAddress('neet', 3, 1))).toEqual([3, 1, 1]);
});

test('on any other drawing the changes are not to be seen: then it is the version’s own', () => {
  expect(asked('?version=4&changes=3')).toEqual([3, 1, 3]);
  expect(asked('?changes=3')).toEqual([3, 1, 3]);
});

test('a version without a difference, without one before it or unknown has nothing to show', () => {
  for (const one of ['4', '1', '9', 'x', '']) expect(asked(`?changes=${one}`)).toBeUndefined();
});
