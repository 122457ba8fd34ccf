import { pointer } from '../../parse/problem.ts';
import { inBoth } from '../../rules/fact-words.ts';
import { listed } from '../../tree.ts';
import type { Check } from '../check-kind.ts';
import { durationInWords } from '../example/duration-in-words.ts';
import type { Found } from '../finding.ts';
import { quoted, stepLabel } from '../words.ts';

/** A deadline leads somewhere else, or does something. */
export const timerIdle: Check = ({ document, scope }) =>
  scope.nodes.flatMap(({ key, node, kind, place }) =>
    Object.entries(node.after ?? {}).flatMap(([duration, transitions]): Found[] => {
      const isIdle = listed(transitions).every(
        ({ target, actions, reenter }) =>
          (target === undefined || target === `#${key}` || target === key) &&
          kind === 'atomic' &&
          !reenter &&
          (actions ?? []).length === 0,
      );
      if (!isIdle) return [];
      const message = inBoth((language) => {
        const [time, step] = [
          durationInWords(duration, language),
          quoted(stepLabel(document, key), language),
        ];
        return language === 'it'
          ? `Dopo ${time} al passo ${step} scatta una scadenza che non fa nulla.`
          : `After ${time} at step ${step} a deadline falls due that does nothing.`;
      });
      const elements = [{ pointer: pointer([...place, 'after', duration]), step: key }];
      return [{ severity: 'warning', elements, message }];
    }),
  );
