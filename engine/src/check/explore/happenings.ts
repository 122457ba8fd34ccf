import type { Configuration } from '../chart/configuration.ts';
import type { Happening } from '../chart/react.ts';

/** Everything that may happen in a configuration, be it accepted or refused. */
export function happeningsOf({ present, activities, timers, isDone }: Configuration): Happening[] {
  if (isDone) return [];
  const actions = new Set([...present].flatMap((node) => [...node.step.actions.keys()]));
  const of = (type: Happening['type'], names: Iterable<string>): Happening[] =>
    [...names].map((name) => ({ type, name }));
  return [
    ...of('action', actions),
    ...of('done', activities),
    ...of('failed', activities),
    ...of('timer', timers),
  ];
}
