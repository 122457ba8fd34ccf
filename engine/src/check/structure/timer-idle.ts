import { type Place, pointer } from '../../parse/problem.ts';
import type { TransitionAt } from '../../parse/scope.ts';
import { inBoth } from '../../rules/fact-words.ts';
import type { Check } from '../check-kind.ts';
import { durationInWords } from '../example/duration-in-words.ts';
import { quoted, stepLabel } from '../words.ts';
import { withoutTransition } from './without-transition.ts';

/** A deadline leads somewhere else, or does something. */
export const timerIdle: Check = ({ document, scope }) => {
  const timers = Map.groupBy(
    scope.transitions.filter(({ cause }) => cause === 'timer'),
    ({ source, place }) => `${source.key} ${durationAt(place)}`,
  );
  return [...timers.values()]
    .filter((transitions) => transitions.every(isIdle))
    .map(([first]) => {
      const { source, place } = first!;
      return {
        severity: 'warning',
        elements: [{ pointer: pointer(place), step: source.key }],
        message: inBoth((language) => {
          const time = durationInWords(durationAt(place), language);
          const step = quoted(stepLabel(document, source.key), language);
          return language === 'it'
            ? `Dopo ${time} al passo ${step} scatta una scadenza che non fa nulla.`
            : `After ${time} at step ${step} a deadline falls due that does nothing.`;
        }),
        repair: withoutTransition(scope, first!),
      };
    });
};

function durationAt(place: Place): string {
  return String(typeof place.at(-1) === 'number' ? place.at(-2) : place.at(-1));
}

/** It leads to the simple step where one already is, without beginning it anew. */
function isIdle({ source, transition }: TransitionAt): boolean {
  const { target = source.key, actions = [], reenter } = transition;
  const isHere = target.replace('#', '') === source.key && source.kind === 'atomic';
  return isHere && !reenter && actions.length === 0;
}
