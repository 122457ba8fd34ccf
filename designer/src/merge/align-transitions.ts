import { type MachineTransition, sortedJson } from '@percorso/engine';

/** From the surest sign that two are the same to the weakest. */
const SIGNS: readonly ((transition: MachineTransition) => string)[] = [
  sortedJson,
  ({ target, guard }) => sortedJson([target, guard]),
  ({ target }) => sortedJson(target),
  ({ guard }) => sortedJson(guard),
];

/** For each of the later transitions the place that it had before; undefined of a new one. */
export function alignTransitions(
  before: readonly MachineTransition[],
  after: readonly MachineTransition[],
): readonly (number | undefined)[] {
  const places: (number | undefined)[] = after.map(() => undefined);
  const taken = new Set<number>();
  for (const sign of SIGNS) {
    for (const [index, transition] of after.entries()) {
      if (places[index] !== undefined) continue;
      const own = sign(transition);
      const match = before.findIndex((one, place) => !taken.has(place) && sign(one) === own);
      if (match < 0) continue;
      places[index] = match;
      taken.add(match);
    }
  }
  return places;
}
