import type { SiblingArrow } from './sibling-arrows.ts';

/**
 * The arrows with those that lead back turned round, so that no cycle is left: walking from the
 * steps in the given order, an arrow leads back when it reaches a step that is still being walked.
 */
export function forwardFrom(
  steps: readonly string[],
  arrows: readonly SiblingArrow[],
): readonly SiblingArrow[] {
  const leaving = Map.groupBy(arrows, ({ from }) => from);
  const state = new Map<string, 'open' | 'done'>();
  const forward: SiblingArrow[] = [];
  const walk = (step: string) => {
    state.set(step, 'open');
    for (const arrow of leaving.get(step) ?? []) {
      const isBack = state.get(arrow.to) === 'open';
      forward.push(isBack ? { ...arrow, from: arrow.to, to: arrow.from } : arrow);
      if (!state.has(arrow.to)) walk(arrow.to);
    }
    state.set(step, 'done');
  };
  for (const step of steps) if (!state.has(step)) walk(step);
  return forward;
}

/**
 * The arrows without those that a longer way replaces: they change nothing about which step comes
 * before which, and steps need not stand aside for them. There must be no cycle.
 */
export function essential(arrows: readonly SiblingArrow[]): readonly SiblingArrow[] {
  const leaving = Map.groupBy(arrows, ({ from }) => from);
  return arrows.filter(({ from, to }) => {
    const seen = new Set<string>();
    const leadsTo = (step: string): boolean => {
      if (step === to) return true;
      if (seen.has(step)) return false;
      seen.add(step);
      return (leaving.get(step) ?? []).some((next) => leadsTo(next.to));
    };
    return !(leaving.get(from) ?? []).some((next) => next.to !== to && leadsTo(next.to));
  });
}
