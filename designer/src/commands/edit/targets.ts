import type { MachineNode, MachineTransition, PathwayDocument } from '@percorso/engine';
import { targetOf } from '../../document-steps.ts';
import { findNode, keysInside, nodesOf, withNode, withNodes } from './nodes.ts';
import { withKey } from './records.ts';
import { type Cause, mapTransitions, type OwnTransition, transitionsOf } from './transitions.ts';

/** A way from one step to another, wherever it is written. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly cause: Cause;
  readonly transition: MachineTransition;
}

/** Every transition that leads to a step. */
export function waysOf(document: PathwayDocument): readonly Way[] {
  return nodesOf(document).flatMap(({ key, node }) =>
    transitionsOf(node).flatMap(({ cause, transition }) => {
      const to = targetOf(transition);
      return to === undefined ? [] : [{ from: key, to, cause, transition }];
    }),
  );
}

/** A transition that leads to a step, written so that it may stand anywhere. */
export function leadingTo(transition: MachineTransition, key: string): MachineTransition {
  return targetOf(transition) === key ? transition : { ...transition, target: `#${key}` };
}

/** The document in which steps have the id that `#key` needs. */
export function withIds(document: PathwayDocument, keys: readonly string[]): PathwayDocument {
  const wanted = new Set(keys);
  return withNodes(document, (node, key) =>
    node.id === undefined && wanted.has(key) ? { id: key, ...node } : node,
  );
}

/**
 * Targets written as a sibling's key, which a step that moves would lose, become `#key`: of the
 * arrows from and to these steps, or of all.
 */
export function anchored(document: PathwayDocument, steps?: readonly string[]): PathwayDocument {
  const named = new Set<string>();
  const changed = withNodes(document, (node, key) => {
    const anchor = <T extends { readonly target?: string }>(one: T): T => {
      const { target } = one;
      if (target === undefined || target.startsWith('#')) return one;
      if (steps && !steps.includes(key) && !steps.includes(target)) return one;
      named.add(target);
      return { ...one, target: `#${target}` };
    };
    return mapTransitions(anchor(node), anchor);
  });
  return named.size > 0 ? withIds(changed, [...named]) : document;
}

/**
 * The document with every target changed, those of history steps and the beginnings of groups left
 * alone; undefined takes the transition away. A group keeps its own transitions' targets in mind:
 * `from` is the step on which the transition stands.
 */
export function retargeted(
  document: PathwayDocument,
  change: (to: string, from: string) => string | undefined,
): PathwayDocument {
  const reached = new Set<string>();
  const changed = withNodes(document, (node, from) => {
    const stays = ({ transition }: OwnTransition) => {
      const to = targetOf(transition);
      return to === undefined || change(to, from) === to;
    };
    if (transitionsOf(node).every(stays)) return node;
    return mapTransitions(node, (transition) => {
      const before = targetOf(transition);
      if (before === undefined) return transition;
      const to = change(before, from);
      if (to === undefined) return undefined;
      if (to !== before) reached.add(to);
      return leadingTo(transition, to);
    });
  });
  return reached.size > 0 ? withIds(changed, [...reached]) : changed;
}

/** The document with the fallback of history steps changed; undefined takes it away. */
export function withFallbacks(
  document: PathwayDocument,
  change: (to: string) => string | undefined,
): PathwayDocument {
  const reached = new Set<string>();
  const changed = withNodes(document, (node) => {
    const before = node.target?.replace(/^#/, '');
    if (before === undefined) return node;
    const to = change(before);
    if (to === before) return node;
    if (to !== undefined) reached.add(to);
    return withKey(node, 'target', to === undefined ? undefined : `#${to}`);
  });
  return reached.size > 0 ? withIds(changed, [...reached]) : changed;
}

/** The steps, outside of a step, to which it or what is inside it leads. */
export function nextOf(document: PathwayDocument, step: string): readonly string[] {
  const found = findNode(document, step);
  if ('code' in found) return [];
  const inside = new Set(keysInside(step, found.node));
  const ways = waysOf(document).filter(({ from, to }) => inside.has(from) && !inside.has(to));
  return [...new Set(ways.map(({ to }) => to))];
}

/** The transitions from outside of a step to it or into it. */
export function waysInto(document: PathwayDocument, step: string): readonly Way[] {
  const found = findNode(document, step);
  if ('code' in found) return [];
  const inside = new Set(keysInside(step, found.node));
  return waysOf(document).filter(({ from, to }) => !inside.has(from) && inside.has(to));
}

/** The group with another beginning, where `from` was its first step. */
export function withInitial(
  document: PathwayDocument,
  group: string,
  change: (initial: string) => string,
): PathwayDocument {
  return withNode(document, group, (node: MachineNode) =>
    node.initial === undefined ? node : withKey(node, 'initial', change(node.initial)),
  );
}
