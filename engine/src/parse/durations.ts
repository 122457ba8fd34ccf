import { isDuration } from '../duration.ts';
import { problem } from './problems.ts';
import type { Check } from './scope.ts';

/** Every wait is a duration: XState would let an unknown delay pass at once. */
export const durationsAreValid: Check = ({ nodes, invokes }) => {
  const waits = nodes.flatMap(({ node, place }) =>
    Object.keys(node.after ?? {}).map((text) => ({ text, place: [...place, 'after', text] })),
  );
  const dues = invokes.flatMap(({ invoke, place }) =>
    invoke.input.due === undefined
      ? []
      : [{ text: invoke.input.due, place: [...place, 'input', 'due'] }],
  );
  return [...waits, ...dues]
    .filter(({ text }) => !isDuration(text))
    .map(({ text, place }) => problem('duration-invalid', place, text));
};
