import type { PathwayDocument } from '@percorso/engine';
import { nodesOf } from '../edit/nodes.ts';
import { stepUse, type Use } from './use.ts';

/** The steps at which an action can be taken. */
export function usesOfAction(document: PathwayDocument, action: string): readonly Use[] {
  return nodesOf(document)
    .filter(({ node }) => node.on && Object.hasOwn(node.on, action))
    .map(({ key, path }) => stepUse(document, { step: key, path: `${path}/on/${action}` }));
}
