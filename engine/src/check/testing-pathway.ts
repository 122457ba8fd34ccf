/** Small pathways for tests: a machine and little else, the rest filled in so that it is right. */
import type {
  Field,
  MachineNode,
  ObjectSchema,
  PathwayDocument,
  StepDeclaration,
  Words,
} from '../document.ts';
import { check } from './check.ts';
import type { Finding } from './finding.ts';

export function words(text: string): Words {
  return { it: text, en: text };
}

type Rest = Omit<Partial<PathwayDocument>, 'data' | 'participant' | 'forms' | 'steps'>;

interface Drawing extends Rest {
  readonly states: Readonly<Record<string, MachineNode>>;
  readonly on?: MachineNode['on'];
  readonly data?: Readonly<Record<string, Partial<Field>>>;
  readonly participant?: Readonly<Record<string, Partial<Field>>>;
  readonly forms?: Readonly<Record<string, Readonly<Record<string, Partial<Field>>>>>;
  readonly required?: readonly string[];
  readonly steps?: Readonly<Record<string, Partial<StepDeclaration>>>;
}

/** The first state is the initial one; steps are labelled by their keys. */
export function drawn(drawing: Drawing): PathwayDocument {
  const { states, on, data = {}, participant = {}, forms = {}, required, steps, ...rest } = drawing;
  const machine = {
    ...withIds({ states, initial: Object.keys(states)[0]!, ...(on && { on }) }),
    id: 'drawn',
  };
  const schemas = Object.entries(forms).map(([name, fields]) => [
    name,
    { ...schemaOf(fields), label: words(name), ...(required && { required }) },
  ]);
  return {
    format: 1,
    id: 'drawn',
    title: words('Prova'),
    subject: 'person',
    participant: schemaOf(participant),
    data: schemaOf(data),
    forms: Object.fromEntries(schemas),
    rules: {},
    messages: {},
    stages: [],
    steps: stepsOf(machine, steps ?? {}),
    machine,
    ...rest,
    actions: { ...actionsOf(machine), ...rest.actions },
  };
}

/** What one check finds; the document must be one that the parser lets through. */
export function foundBy(id: string, document: PathwayDocument): Finding[] {
  const { findings } = check(document);
  const refused = findings.find((one) => one.check === 'document-invalid');
  if (refused) throw new Error(`${refused.elements[0]!.pointer}: ${refused.message.en}`);
  return findings.filter((one) => one.check === id);
}

/** The places that one check names. */
export function placesFoundBy(id: string, document: PathwayDocument): string[] {
  return foundBy(id, document).flatMap((one) => one.elements.map(({ pointer }) => pointer));
}

/** A task that somebody does, and what may come of it. */
export function task(id: string, more: object = {}) {
  const input = { label: words(id), help: words(id), assignee: { role: 'case-manager' as const } };
  return { id, src: 'task' as const, input: { ...input, ...more } };
}

function schemaOf(fields: Readonly<Record<string, Partial<Field>>>): ObjectSchema {
  const properties = Object.entries(fields).map(([name, field]) => [
    name,
    { type: 'boolean', label: words(name), ...field },
  ]);
  return { type: 'object', properties: Object.fromEntries(properties) };
}

function withIds(node: MachineNode): MachineNode {
  if (!node.states) return node;
  const states = Object.entries(node.states).map(([key, child]) => [
    key,
    { ...withIds(child), id: key },
  ]);
  return { ...node, states: Object.fromEntries(states) };
}

function stepsOf(
  root: MachineNode,
  given: Readonly<Record<string, Partial<StepDeclaration>>>,
): Record<string, StepDeclaration> {
  const steps: Record<string, StepDeclaration> = {};
  const add = (node: MachineNode, isTop: boolean) => {
    for (const [key, child] of Object.entries(node.states ?? {})) {
      const isEnd = isTop && child.type === 'final';
      const outcome = isEnd ? { outcome: 'completed' as const } : {};
      steps[key] = { label: words(key), help: words(key), ...outcome, ...given[key] };
      add(child, false);
    }
  };
  add(root, true);
  return steps;
}

function actionsOf(root: MachineNode): PathwayDocument['actions'] {
  const actions: Record<string, PathwayDocument['actions'][string]> = {};
  const add = (node: MachineNode) => {
    for (const name of Object.keys(node.on ?? {})) {
      actions[name] = { label: words(name), roles: ['case-manager'] };
    }
    for (const child of Object.values(node.states ?? {})) add(child);
  };
  add(root);
  return actions;
}
