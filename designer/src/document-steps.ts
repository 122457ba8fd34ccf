import type { MachineNode, MachineTransition, PathwayDocument } from '@percorso/engine';

/** One step of a document, with the step around it; the machine itself is no step. */
export interface DocumentStep {
  readonly key: string;
  readonly node: MachineNode;
  /** Undefined at the top level. */
  readonly parent: string | undefined;
  readonly depth: number;
}

/** Every step in the order of the document, each before the steps inside it. */
export function documentSteps(document: PathwayDocument): readonly DocumentStep[] {
  const found: DocumentStep[] = [];
  const walk = (node: MachineNode, parent: string | undefined, depth: number) => {
    for (const [key, child] of Object.entries(node.states ?? {})) {
      found.push({ key, node: child, parent, depth });
      walk(child, key, depth + 1);
    }
  };
  walk(document.machine, undefined, 0);
  return found;
}

export function listed<T>(oneOrMore: T | readonly T[] | undefined): readonly T[] {
  if (oneOrMore === undefined) return [];
  return Array.isArray(oneOrMore) ? oneOrMore : [oneOrMore as T];
}

/** The key of the step that a transition leads to; keys are unique, so `#key` and `key` agree. */
export function targetOf(transition: MachineTransition): string | undefined {
  const { target } = transition;
  return target?.startsWith('#') ? target.slice(1) : target;
}
