import { expect, test } from 'vitest';
import { type ChainLink, digestOf, hashOf } from './chain.ts';

const link: ChainLink = {
  caseId: '0b0d2a3e-6f0e-4f5e-8f0e-0c6f6a0f0a01',
  revision: 1,
  at: '2026-11-21T09:30:00.000Z',
  kind: 'start',
  actorKind: 'system',
  actorId: null,
  entered: ['registered'],
  left: [],
  digest: digestOf(Buffer.from('salt'), '{}'),
};

test('the same entry after the same entry has the same hash', () => {
  expect(hashOf(Buffer.alloc(0), link)).toEqual(hashOf(Buffer.alloc(0), { ...link }));
});

test('any changed word, and any other past, changes the hash', () => {
  const hash = hashOf(Buffer.alloc(0), link);
  expect(hashOf(hash, link)).not.toEqual(hash);
  for (const change of [
    { at: '2026-11-21T09:30:00.001Z' },
    { actorKind: 'person' },
    { entered: [] },
    { left: ['registered'] },
    { digest: digestOf(Buffer.from('salt'), '{"a":1}') },
  ]) {
    expect(hashOf(Buffer.alloc(0), { ...link, ...change })).not.toEqual(hash);
  }
});
