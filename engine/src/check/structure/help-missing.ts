import { pointer } from '../../parse/problem.ts';
import type { NodeAt } from '../../parse/scope.ts';
import { listed } from '../../tree.ts';
import type { Check } from '../check-kind.ts';
import { about, stepLabel } from '../words.ts';

/** Where somebody has to act, a sentence says what is to be done. */
export const helpMissing: Check = ({ document, scope }) =>
  scope.nodes
    .filter((one) => one.kind === 'atomic' && mustAct(one) && !document.steps[one.key]?.help)
    .map(({ key, place }) => ({
      severity: 'hint',
      elements: [{ pointer: pointer(place), step: key }],
      message: about(
        stepLabel(document, key),
        'Al passo # qualcuno deve agire, ma non c’è scritto che cosa fare: aggiungi un aiuto.',
        'At step # somebody has to act, but nothing says what to do: add a help text.',
      ),
    }));

/** An activity with its own help says it already. */
function mustAct({ node }: NodeAt): boolean {
  const invokes = listed(node.invoke);
  if (invokes.length > 0) return invokes.some((one) => !one.input.help && one.src !== 'pathway');
  return Object.keys(node.on ?? {}).length > 0;
}
