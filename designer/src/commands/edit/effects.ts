import type { MachineEffect, MachineNode, PathwayDocument } from '@percorso/engine';
import { withNodes } from './nodes.ts';
import { mapList, withKey } from './records.ts';
import { mapTransitions } from './transitions.ts';

/** The node with all its effects changed: at entry, at exit and on its transitions. */
function mapEffects(
  node: MachineNode,
  change: (effect: MachineEffect) => MachineEffect,
): MachineNode {
  const effects = <T extends object, K extends keyof T>(one: T, key: K): T => {
    const list = one[key] as readonly MachineEffect[] | undefined;
    return list ? withKey(one, key, mapList(list, change) as T[K]) : one;
  };
  const own = effects(effects(node, 'entry'), 'exit');
  return mapTransitions(own, (transition) => effects(transition, 'actions'));
}

/** The document with all its effects changed. */
export function withEffects(
  document: PathwayDocument,
  change: (effect: MachineEffect) => MachineEffect,
): PathwayDocument {
  return withNodes(document, (node) => mapEffects(node, change));
}
