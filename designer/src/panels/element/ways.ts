import type { PathwayDocument } from '@percorso/engine';
import { nodesOf } from '../../commands/edit/nodes.ts';
import {
  type OwnTransition,
  type TransitionPlace,
  transitionsOf,
} from '../../commands/edit/transitions.ts';
import { targetOf } from '../../document-steps.ts';

/** A step's transitions in bunches of one cause each, in the order of the document. */
export function byCause(
  transitions: readonly OwnTransition[],
): readonly [OwnTransition, ...OwnTransition[]][] {
  const bunches = new Map<string, [OwnTransition, ...OwnTransition[]]>();
  for (const one of transitions) {
    const name = `${one.cause.kind} ${one.cause.name}`;
    const bunch = bunches.get(name);
    if (bunch) bunch.push(one);
    else bunches.set(name, [one]);
  }
  return [...bunches.values()];
}

/** The transitions that lead to a step. */
export function placesInto(document: PathwayDocument, step: string): readonly TransitionPlace[] {
  return nodesOf(document).flatMap(({ key, node }) =>
    transitionsOf(node)
      .filter(({ transition }) => targetOf(transition) === step)
      .map(({ cause, index }) => ({ from: key, ...cause, index })),
  );
}
