import type { MachineNode, PathwayDocument, StepDeclaration } from '@percorso/engine';
import type { CommandRefusal } from '../command.ts';
import { refuse } from '../refusals.ts';
import { mapValues, own, withKey, without } from './records.ts';

/** A node of the machine and where it is; the machine itself has no parent. */
export interface FoundNode {
  readonly key: string;
  readonly node: MachineNode;
  readonly parent: string | undefined;
  /** The keys from the machine's own down to this one. */
  readonly way: readonly string[];
  /** A JSON pointer. */
  readonly path: string;
}

/** Every node in the order of the document, each before those inside it; the machine first. */
export function nodesOf(document: PathwayDocument): readonly FoundNode[] {
  const found: FoundNode[] = [];
  const visit = (key: string, node: MachineNode, around: FoundNode | undefined) => {
    const way = [...(around?.way ?? []), key];
    const path = around ? `${around.path}/states/${key}` : '/machine';
    const one = { key, node, parent: around?.key, way, path };
    found.push(one);
    for (const [inner, child] of Object.entries(node.states ?? {})) visit(inner, child, one);
  };
  visit(document.machine.id, document.machine, undefined);
  return found;
}

/** A step or, by its id, the machine itself. */
export function findNode(document: PathwayDocument, key: string): FoundNode | CommandRefusal {
  return nodesOf(document).find((one) => one.key === key) ?? refuse('step-unknown', key);
}

/** A step; not the machine itself. */
export function findStep(
  document: PathwayDocument,
  key: string,
): (FoundNode & { readonly parent: string }) | CommandRefusal {
  const found = findNode(document, key);
  if ('code' in found) return found;
  const { parent } = found;
  return parent === undefined ? refuse('whole-pathway') : { ...found, parent };
}

/** The key of the step and of all inside it. */
export function keysInside(key: string, node: MachineNode): readonly string[] {
  return [
    key,
    ...Object.entries(node.states ?? {}).flatMap(([inner, one]) => keysInside(inner, one)),
  ];
}

/** Whether a name is free for a new step. */
export function isFree(document: PathwayDocument, key: string): boolean {
  return !nodesOf(document).some((one) => one.key === key);
}

/** The document with one node changed; everything beside the way to it is shared. */
export function withNode(
  document: PathwayDocument,
  key: string,
  change: (node: MachineNode) => MachineNode,
): PathwayDocument {
  const visit = (at: string, node: MachineNode): MachineNode => {
    if (at === key) return change(node);
    if (!node.states) return node;
    return withKey(
      node,
      'states',
      mapValues(node.states, (child, inner) => visit(inner, child)),
    );
  };
  return withMachine(document, visit(document.machine.id, document.machine));
}

/** The document with every node changed, the inner ones first; what stays the same is shared. */
export function withNodes(
  document: PathwayDocument,
  change: (node: MachineNode, key: string) => MachineNode,
): PathwayDocument {
  const visit = (node: MachineNode, key: string): MachineNode => {
    const states = node.states && mapValues(node.states, visit);
    return change(states ? withKey(node, 'states', states) : node, key);
  };
  return withMachine(document, visit(document.machine, document.machine.id));
}

function withMachine(document: PathwayDocument, machine: MachineNode): PathwayDocument {
  return withKey(document, 'machine', machine as PathwayDocument['machine']);
}

/** The document with a step's words and place changed. */
export function withDeclaration(
  document: PathwayDocument,
  key: string,
  change: (step: StepDeclaration) => StepDeclaration,
): PathwayDocument {
  const step = own(document.steps, key);
  if (!step) return document;
  return withKey(document, 'steps', withKey(document.steps, key, change(step)));
}

/** A new step at the end of a container: its node, and its words. */
export function withStep(
  document: PathwayDocument,
  container: string,
  key: string,
  node: MachineNode,
  declaration: StepDeclaration,
): PathwayDocument {
  const inside = withNode(document, container, (around) => {
    const states = { ...around.states, [key]: node };
    const isFirst = around.states === undefined && around.type === undefined;
    return { ...around, ...(isFirst && { initial: key }), states };
  });
  return withKey(inside, 'steps', { ...inside.steps, [key]: declaration });
}

/** A container without one of its children; the words of the steps stay. */
export function withoutChild(
  document: PathwayDocument,
  container: string,
  key: string,
): PathwayDocument {
  return withNode(document, container, (around) =>
    withKey(around, 'states', without(around.states ?? {}, key)),
  );
}

/** The document without the words of steps that are no longer drawn. */
export function withoutDeclarations(
  document: PathwayDocument,
  keys: readonly string[],
): PathwayDocument {
  const gone = new Set(keys);
  const kept = Object.entries(document.steps).filter(([key]) => !gone.has(key));
  return withKey(document, 'steps', Object.fromEntries(kept));
}

/** What a node is; a history node and a final step hold nothing and lead nowhere. */
export function kindOf(node: MachineNode): 'simple' | 'group' | 'regions' | 'final' | 'history' {
  if (node.type === 'parallel') return 'regions';
  if (node.type === 'final' || node.type === 'history') return node.type;
  return node.states ? 'group' : 'simple';
}
