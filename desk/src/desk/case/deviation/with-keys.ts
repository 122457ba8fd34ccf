import type { DeviationPreview } from '@percorso/server/contract';

type Consequence = Pick<DeviationPreview['changes'][number], 'words'>;

/** Of two tasks that are called alike the same is said twice: each sentence has its own key. */
export function withKeys(consequences: readonly Consequence[]) {
  const times = new Map<string, number>();
  return consequences.map(({ words }) => {
    const time = (times.get(words.it) ?? 0) + 1;
    times.set(words.it, time);
    return { key: `${time} ${words.it}`, words };
  });
}
