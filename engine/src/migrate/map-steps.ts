import { recogniseSteps } from '../compare/recognise-steps.ts';
import type { MachineNode, PathwayDocument } from '../document.ts';

/**
 * Where each step of the old document goes on in the new one, by key: at one step, or at several
 * that lie beside each other. A step that goes on nowhere is absent.
 */
export type StepMapping = ReadonlyMap<string, readonly string[]>;

export interface MappingHints {
  /** New keys by old ones, such as the designer's commands remember them. */
  readonly renamedSteps?: Readonly<Record<string, string>>;
}

/**
 * A hint names a step's successor (several may have one: a merge); else the same key is the same
 * step, and for a key that is gone a new step that is much like it. A history step is only ever
 * another history step, and an end is not where something that was under way goes on.
 */
export function mapSteps(
  before: PathwayDocument,
  after: PathwayDocument,
  { renamedSteps = {} }: MappingHints = {},
): StepMapping {
  const hinted = new Map(Object.entries(renamedSteps));
  const alike = recogniseSteps(before, after, renamedSteps);
  const next = kindsOf(after.machine);
  const mapping = new Map<string, readonly string[]>();
  for (const [key, kind] of kindsOf(before.machine)) {
    const named = [hinted.get(key), key, alike.get(key)].find(
      (one) => one !== undefined && next.has(one),
    );
    if (named !== undefined && mayBecome(kind, next.get(named)!)) mapping.set(key, [named]);
  }
  return mapping;
}

type Kind = 'step' | 'end' | 'history';

function mayBecome(kind: Kind, next: Kind): boolean {
  return kind === next || (kind === 'end' && next === 'step');
}

function kindsOf(node: MachineNode): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const [key, child] of Object.entries(node.states ?? {})) {
    kinds.set(key, child.type === 'history' ? 'history' : child.type === 'final' ? 'end' : 'step');
    for (const [inner, kind] of kindsOf(child)) kinds.set(inner, kind);
  }
  return kinds;
}
