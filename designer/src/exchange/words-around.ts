import type { PathwayDocument, Words } from '@percorso/engine';

type Json = Readonly<Record<string, unknown>>;

const NOTHING = { type: 'object', properties: {} } as const;

/**
 * A machine that may be anything, with the rest of a document around it: from `into`, and where
 * that says nothing, derived from the machine's keys. Whether it fits is for the engine to say.
 */
export function wordsAround(machine: Json, into: PathwayDocument | undefined): unknown {
  const id = machine.id ?? into?.machine.id ?? 'imported-machine';
  return {
    ...(into ?? blank(id)),
    machine: 'id' in machine ? machine : { id, ...machine },
    steps: stepsOf(machine, into),
    actions: { ...actionsOf(machine), ...into?.actions },
  };
}

function blank(id: unknown) {
  return {
    format: 1,
    id,
    title: named(String(id)),
    subject: 'person',
    participant: NOTHING,
    data: NOTHING,
    forms: {},
    rules: {},
    messages: {},
    stages: [],
  };
}

function stepsOf(machine: Json, into: PathwayDocument | undefined) {
  const endKeys = new Set(
    childrenOf(machine).flatMap(([key, node]) => (node.type === 'final' ? [key] : [])),
  );
  return Object.fromEntries(
    nodesIn(machine).map(([key]) => {
      const known = into && Object.hasOwn(into.steps, key) ? into.steps[key] : undefined;
      const outcome = endKeys.has(key) ? { outcome: 'completed' } : {};
      return [key, known ?? { label: named(key), ...outcome }];
    }),
  );
}

function actionsOf(machine: Json) {
  const nodes = [machine, ...nodesIn(machine).map(([, node]) => node)];
  const names = new Set(nodes.flatMap(({ on }) => (isObject(on) ? Object.keys(on) : [])));
  return Object.fromEntries(
    [...names].map((name) => [name, { label: named(name), roles: ['case-manager'] }]),
  );
}

/** Every state with its key, in the order of the machine; the machine itself is none. */
function nodesIn(node: Json): readonly (readonly [string, Json])[] {
  return childrenOf(node).flatMap(([key, child]) => [[key, child] as const, ...nodesIn(child)]);
}

function childrenOf({ states }: Json): readonly (readonly [string, Json])[] {
  if (!isObject(states)) return [];
  return Object.entries(states).flatMap(([key, node]) =>
    isObject(node) ? [[key, node] as const] : [],
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** «To reconvene» for `to-reconvene` and `TO_RECONVENE`: a start, to be renamed. */
function named(key: string): Words {
  const text = key.toLowerCase().replace(/[-_]+/g, ' ').trim();
  const label = (text.charAt(0).toUpperCase() + text.slice(1)).slice(0, 80) || key;
  return { it: label, en: label };
}
