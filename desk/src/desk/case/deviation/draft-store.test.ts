import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT } from './deviation-draft.ts';
import { draftStore } from './draft-store.ts';

/** As much of a browser's storage as is used here. */
function storage(content: Record<string, string> = {}): Storage {
  const kept = new Map(Object.entries(content));
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  } as unknown as Storage;
}

describe('what was typed of a change', () => {
  const draft = { ...EMPTY_DRAFT, kind: 'undo', reason: 'Ho sbagliato persona' };

  it('is there again, for the same person and the same case only', () => {
    const kept = storage();
    draftStore('marta', 'case-1', () => kept).write(draft);
    expect(draftStore('marta', 'case-1', () => kept).read()).toEqual(draft);
    expect(draftStore('davide', 'case-1', () => kept).read()).toEqual(EMPTY_DRAFT);
    expect(draftStore('marta', 'case-2', () => kept).read()).toEqual(EMPTY_DRAFT);
  });

  it('is forgotten when it is done', () => {
    const kept = storage();
    const store = draftStore('marta', 'case-1', () => kept);
    store.write(draft);
    store.write(undefined);
    expect(store.read()).toEqual(EMPTY_DRAFT);
  });

  it.each(['', 'null', '{', '[]', '{"reason":3,"other":"x"}'])(
    'is nothing where %j lies',
    (text) => {
      const kept = storage({ 'percorso.deviation.marta.case-1': text });
      expect(draftStore('marta', 'case-1', () => kept).read()).toEqual(EMPTY_DRAFT);
    },
  );

  it('needs no storage to be written down', () => {
    const forbidden = () => {
      throw new Error('SecurityError');
    };
    const store = draftStore('marta', 'case-1', forbidden);
    store.write(draft);
    expect(store.read()).toEqual(EMPTY_DRAFT);
  });
});
