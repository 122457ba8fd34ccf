import type { PathwayDocument } from '@percorso/engine';
import { targetOf } from '../../document-steps.ts';
import { nodesOf } from '../edit/nodes.ts';
import { placedTransitions, stepUse, type Use } from './use.ts';

/** What leads to a step: transitions, groups that begin with it, and returns that fall back on it. */
export function usesOfStep(document: PathwayDocument, step: string): readonly Use[] {
  const transitions = placedTransitions(document)
    .filter(({ transition }) => targetOf(transition) === step)
    .map((one) => stepUse(document, { ...one, path: `${one.path}/target` }));
  const nodes = nodesOf(document).flatMap(({ key, node, path }) => [
    ...(node.initial === step ? [stepUse(document, { step: key, path: `${path}/initial` })] : []),
    ...(node.target?.replace(/^#/, '') === step
      ? [stepUse(document, { step: key, path: `${path}/target` })]
      : []),
  ]);
  return [...transitions, ...nodes];
}
