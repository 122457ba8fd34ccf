import type { MachineNode, PathwayDocument, StepDeclaration } from '@percorso/engine';
import { targetOf } from '../../document-steps.ts';
import { type CommandRefusal, isRefusal } from '../command.ts';
import { findStep, isFree, keysInside, nodesOf, withNode } from '../edit/nodes.ts';
import { withKey } from '../edit/records.ts';
import { anchored, withIds } from '../edit/targets.ts';
import { mapTransitions } from '../edit/transitions.ts';
import { adaptNames, newKeys } from './adapt-names.ts';
import { belongingsOf, declarationsOf } from './belongings.ts';

/** Steps of a document, with all inside them and what belongs to them. */
export interface Fragment {
  readonly steps: readonly string[];
  readonly document: PathwayDocument;
}

/**
 * The target with the fragment's steps inside a container. Keys and names are made unique; arrows
 * to steps that are neither in the fragment nor in the target are left out.
 */
export function adoptSteps(
  target: PathwayDocument,
  { steps, document: source }: Fragment,
  into: string,
  kept: ReadonlySet<string> = new Set(),
): PathwayDocument | CommandRefusal {
  const inside = new Set<string>();
  for (const step of steps) {
    const found = findStep(source, step);
    if ('code' in found) return found;
    for (const key of keysInside(step, found.node)) inside.add(key);
  }
  const keys = newKeys(source, target, inside);
  const adapted = adaptNames(anchored(source), target, belongingsOf(source, inside), keys, kept);
  if (isRefusal(adapted)) return adapted;
  const named = new Set([...inside].map((key) => keys.get(key) ?? key));
  // A step inside another one of the fragment comes with it.
  const tops = nodesOf(adapted).filter(
    ({ key, parent }) => named.has(key) && (parent === undefined || !named.has(parent)),
  );
  const isKnown = (key: string) => named.has(key) || !isFree(target, key);
  const states = tops.map(({ key, node }) => [key, linked(node, isKnown)] as const);
  const declared = withDeclarations(target, adapted, named);
  const words = tops.map(({ key, node }) => [
    key,
    placed(declared.steps[key]!, node, into === target.machine.id),
  ]);
  const drawn = withNode(declared, into, (node) => {
    const first = states.find(([, child]) => child.type !== 'history')?.[0];
    const isFirst = node.states === undefined && node.type === undefined && first !== undefined;
    const all = { ...node.states, ...Object.fromEntries(states) };
    return { ...node, ...(isFirst && { initial: first }), states: all };
  });
  const said = withKey(drawn, 'steps', { ...drawn.steps, ...Object.fromEntries(words) });
  return withIds(said, [...targetsIn(states.map(([, node]) => node))]);
}

/** The node without arrows to steps that are not there. */
function linked(node: MachineNode, isKnown: (key: string) => boolean): MachineNode {
  const kept = mapTransitions(node, (one) =>
    isKnown(targetOf(one) ?? '') || !one.target ? one : undefined,
  );
  const fallback = kept.target === undefined || isKnown(kept.target.slice(1));
  const free = fallback ? kept : withKey(kept, 'target', undefined);
  if (!free.states) return free;
  const states = Object.entries(free.states).map(([key, child]) => [key, linked(child, isKnown)]);
  return { ...free, states: Object.fromEntries(states) };
}

function targetsIn(nodes: readonly MachineNode[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of nodes) {
    mapTransitions(node, (one) => {
      if (one.target) found.add(one.target.slice(1));
      return one;
    });
    for (const key of targetsIn(Object.values(node.states ?? {}))) found.add(key);
  }
  return found;
}

/** The target with what the steps need, where it doesn't have it already. */
function withDeclarations(
  target: PathwayDocument,
  source: PathwayDocument,
  steps: ReadonlySet<string>,
): PathwayDocument {
  const {
    stages,
    case: facts,
    participant,
    ...rest
  } = declarationsOf(source, belongingsOf(source, steps));
  const known = new Set(target.stages.map(({ id }) => id));
  const words = Object.entries(source.steps).filter(([key]) => steps.has(key));
  return {
    ...target,
    participant: {
      ...target.participant,
      properties: { ...participant, ...target.participant.properties },
    },
    data: {
      ...target.data,
      properties: { ...target.data.properties, ...absent(facts, target.data.properties) },
    },
    forms: { ...target.forms, ...absent(rest.forms, target.forms) },
    rules: { ...target.rules, ...absent(rest.rules, target.rules) },
    actions: { ...target.actions, ...absent(rest.actions, target.actions) },
    messages: { ...target.messages, ...absent(rest.messages, target.messages) },
    stages: [...target.stages, ...stages.filter(({ id }) => !known.has(id))],
    steps: { ...target.steps, ...Object.fromEntries(words) },
  };
}

function absent<T>(mine: Readonly<Record<string, T>>, theirs: Readonly<Record<string, T>>) {
  return Object.fromEntries(Object.entries(mine).filter(([name]) => !Object.hasOwn(theirs, name)));
}

/** A little aside of the original; an outcome only where the step ends the case. */
function placed(step: StepDeclaration, { type }: MachineNode, isTop: boolean): StepDeclaration {
  const at = step.at && { x: step.at.x + 40, y: step.at.y + 40 };
  const outcome = isTop && type === 'final' ? (step.outcome ?? 'completed') : undefined;
  return withKey(withKey(step, 'at', at), 'outcome', outcome);
}
