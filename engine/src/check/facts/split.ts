import type { FactSpace, SpaceFact } from './fact-space.ts';
import type { Store } from './store.ts';

/** The regions of a mask, one by one; «not known» last. */
export function regionsIn(mask: number): number[] {
  const regions: number[] = [];
  for (let bit = 2; bit <= mask; bit *= 2) if (mask & bit) regions.push(bit);
  return mask & 1 ? [...regions, 1] : regions;
}

export function isSingle(mask: number): boolean {
  return (mask & (mask - 1)) === 0;
}

/** The store taken apart into stores that know one region of each fact of some sources. */
export function* singles(
  space: FactSpace,
  store: Store,
  sources: readonly SpaceFact['source'][],
  from = 0,
): Generator<Store> {
  const at = space.facts.findIndex(
    ({ source }, index) => index >= from && sources.includes(source) && !isSingle(store[index]!),
  );
  if (at < 0) {
    yield store;
    return;
  }
  for (const region of regionsIn(store[at]!)) {
    yield* singles(space, store.with(at, region), sources, at + 1);
  }
}

/** The first few of many. */
export function* few<Item>(items: Iterable<Item>, countMax: number): Generator<Item> {
  let count = 0;
  for (const item of items) {
    if (count++ >= countMax) return;
    yield item;
  }
}
