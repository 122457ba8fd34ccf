import type { MachineNode, PathwayDocument } from '../document.ts';

/** The same document with other step keys, everywhere a step is named. */
export function renameSteps(
  document: PathwayDocument,
  renamed: ReadonlyMap<string, string>,
): PathwayDocument {
  if (renamed.size === 0) return document;
  const steps = Object.entries(document.steps).map(([key, step]) => [
    renamed.get(key) ?? key,
    step,
  ]);
  const states = rewritten(document.machine, '', renamed) as MachineNode;
  return {
    ...document,
    steps: Object.fromEntries(steps),
    machine: { ...states, id: document.machine.id },
  };
}

/** Properties of nodes and transitions that name a step. */
const NAMING = ['id', 'initial', 'target'];
/** What an author may name freely, and what is no step: left as it is. */
const OPAQUE = ['input', 'params', 'entry', 'exit'];
/** Their own keys are names, not properties. */
const NAMED_PARTS = ['states', 'on', 'after'];

function rewritten(
  value: unknown,
  property: string,
  renamed: ReadonlyMap<string, string>,
): unknown {
  if (OPAQUE.includes(property)) return value;
  if (typeof value === 'string') return NAMING.includes(property) ? named(value, renamed) : value;
  if (Array.isArray(value)) return value.map((part) => rewritten(part, property, renamed));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => {
    const key = property === 'states' ? (renamed.get(name) ?? name) : name;
    const isActivityName = property === 'invoke' && name === 'id';
    const within = NAMED_PARTS.includes(property) || isActivityName ? '' : name;
    return [key, rewritten(inner, within, renamed)];
  });
  return Object.fromEntries(entries);
}

function named(text: string, renamed: ReadonlyMap<string, string>): string {
  if (!text.startsWith('#')) return renamed.get(text) ?? text;
  const key = text.slice(1);
  return `#${renamed.get(key) ?? key}`;
}
