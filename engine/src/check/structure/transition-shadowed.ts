import { type Place, pointer } from '../../parse/problem.ts';
import type { TransitionAt } from '../../parse/scope.ts';
import type { Check } from '../check-kind.ts';
import { NOT_TRUE, type Question, questionOf, TRUE } from '../facts/ask.ts';
import { declaredStore } from '../facts/declared-store.ts';
import type { FactSpace } from '../facts/fact-space.ts';
import { satisfied } from '../facts/satisfy.ts';
import type { Store } from '../facts/store.ts';
import { about, stepLabel } from '../words.ts';
import { withoutTransition } from './without-transition.ts';

/** Of several transitions of one cause the first that is allowed is taken: is a later one ever? */
export const transitionShadowed: Check = (space) =>
  [...listsOf(space).values()]
    .flatMap((list) => list.filter((_, at) => isShadowed(space, list, at)))
    .map((transition) => ({ ...transition, repair: withoutTransition(space.scope, transition) }))
    .map(({ source, place, repair }) => ({
      severity: 'error',
      elements: [{ pointer: pointer(place), step: source.key }],
      repair,
      message: about(
        stepLabel(space.document, source.key),
        `Al passo # il passaggio n. ${ordinal(place)} non sarà mai scelto: ` +
          'quelli che lo precedono valgono sempre, quando varrebbe lui.',
        `At step # transition no. ${ordinal(place)} is never chosen: ` +
          'whenever it would be allowed, one before it is.',
      ),
    }));

function ordinal(place: Place): number {
  return Number(place.at(-1)) + 1;
}

function listsOf({ scope }: FactSpace): Map<string, TransitionAt[]> {
  const inLists = scope.transitions.filter(({ place }) => typeof place.at(-1) === 'number');
  return Map.groupBy(inLists, ({ place }) => pointer(place.slice(0, -1)));
}

function isShadowed(space: FactSpace, list: readonly TransitionAt[], at: number): boolean {
  const before = list.slice(0, at);
  if (at === 0) return false;
  if (before.some(({ transition }) => transition.guard === undefined)) return true;
  const own = questionsOf(space, [list[at]!]).map((one) => [one, TRUE] as const);
  const others = questionsOf(space, before).map((one) => [one, NOT_TRUE] as const);
  const store = storeOf(space, list[at]!);
  // A rule that never holds is another finding.
  if (satisfied(own, store) === undefined) return false;
  return satisfied([...own, ...others], store) === undefined;
}

function questionsOf(space: FactSpace, list: readonly TransitionAt[]): Question[] {
  return list.flatMap(({ transition: { guard }, cause }) => {
    const isAnswered = cause === 'action' || cause === 'activity-done';
    return guard === undefined ? [] : [questionOf(space, { rule: guard }, isAnswered)];
  });
}

function storeOf(space: FactSpace, { form }: TransitionAt): Store {
  const name = Object.entries(space.document.forms).find(([, one]) => one === form)?.[0];
  return declaredStore(space, name);
}
