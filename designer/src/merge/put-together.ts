import type { PathwayDocument } from '@percorso/engine';
import { PATHWAY, type Part, type Parts } from './part.ts';

type Values = Record<string, unknown>;

/**
 * The document that is made of these parts; of any parts, so that what does not fit together can be
 * shown to the parser. A step that is in no step, or in itself, is left out.
 */
export function putTogether(parts: Parts): PathwayDocument {
  const elements = byElement(parts);
  const kind = (name: string) => namesOf(elements, `${name}/`);
  const own = valuesOf(elements, PATHWAY);
  const record = (name: string, plural: string, make: (element: string) => unknown) =>
    ordered(kind(name), own.get(`order.${plural}`), (key) => make(`${name}/${key}`));
  const simple = (element: string) => plain(valuesOf(elements, element));
  const document = {
    ...plain(own, (property) => !property.includes('.') && !MACHINE.includes(property)),
    participant: schemaOf(elements, own, 'participant.', 'fact/participant/'),
    data: schemaOf(elements, own, 'data.', 'fact/case/'),
    forms: record('form', 'forms', (element) =>
      schemaOf(elements, valuesOf(elements, element), '', `${element.replace('form', 'field')}/`),
    ),
    rules: record('rule', 'rules', (element) => parts.get(element)?.value),
    actions: record('action', 'actions', simple),
    messages: record('message', 'messages', simple),
    stages: inOrder(kind('stage'), own.get('order.stages')).map((id) => ({
      id,
      ...simple(`stage/${id}`),
    })),
    steps: record('step', 'steps', (element) =>
      plain(valuesOf(elements, element), (property) => DECLARED.includes(property)),
    ),
    machine: nodeOf(treeOf(elements), PATHWAY),
  };
  return document as unknown as PathwayDocument;
}

const DECLARED = ['label', 'help', 'stage', 'outcome', 'at'];
const MACHINE = ['always', 'onDone'];

type Elements = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

function byElement(parts: Parts): Elements {
  const found = new Map<string, Map<string, unknown>>();
  for (const { element, property, value } of parts.values()) {
    const values = found.get(element) ?? new Map<string, unknown>();
    found.set(element, values.set(property, value));
  }
  return found;
}

function valuesOf(elements: Elements, element: string): ReadonlyMap<string, unknown> {
  return elements.get(element) ?? new Map();
}

function namesOf(elements: Elements, prefix: string): string[] {
  return [...elements].flatMap(([element, values]) =>
    element.startsWith(prefix) && values.has('') ? [element.slice(prefix.length)] : [],
  );
}

/** The properties themselves, without what says that the element is there. */
function plain(
  values: ReadonlyMap<string, unknown>,
  isWanted: (property: string) => boolean = () => true,
): Values {
  return Object.fromEntries(
    [...values].filter(([property]) => property !== '' && isWanted(property)),
  );
}

/** First those that the order names, then the others. */
function inOrder(names: readonly string[], order: unknown): string[] {
  const first = (Array.isArray(order) ? order : []).filter((name) => names.includes(name));
  return [...first, ...names.filter((name) => !first.includes(name))];
}

function ordered(names: readonly string[], order: unknown, make: (name: string) => unknown) {
  return Object.fromEntries(inOrder(names, order).map((name) => [name, make(name)]));
}

function schemaOf(
  elements: Elements,
  values: ReadonlyMap<string, unknown>,
  prefix: string,
  fields: string,
): Values {
  const names = namesOf(elements, fields);
  const isRequired = (name: string) => elements.get(fields + name)?.has('required') === true;
  const required = inOrder(names.filter(isRequired), values.get(`${prefix}order.required`));
  const isList = required.length > 0 || values.has(`${prefix}order.required`);
  const label = values.get(`${prefix}label`);
  return {
    type: 'object',
    ...(label !== undefined && { label }),
    properties: ordered(names, values.get(`${prefix}order.properties`), (name) =>
      plain(valuesOf(elements, fields + name), (property) => property !== 'required'),
    ),
    ...(isList && { required }),
  };
}

/** The steps inside each step, and the activities of each. */
interface Tree {
  readonly elements: Elements;
  readonly inside: ReadonlyMap<unknown, readonly string[]>;
  readonly activities: ReadonlyMap<unknown, readonly string[]>;
}

function treeOf(elements: Elements): Tree {
  const grouped = (names: readonly string[], around: (name: string) => unknown) =>
    Map.groupBy(names, around);
  return {
    elements,
    inside: grouped(namesOf(elements, 'step/'), (key) =>
      elements.get(`step/${key}`)?.get('parent'),
    ),
    activities: grouped(namesOf(elements, 'activity/'), (id) =>
      elements.get(`activity/${id}`)?.get('step'),
    ),
  };
}

function nodeOf(tree: Tree, element: string): Values {
  const values = valuesOf(tree.elements, element);
  const record = (prefix: string) => {
    const names = [...values.keys()].flatMap((one) =>
      one.startsWith(prefix) ? [one.slice(prefix.length)] : [],
    );
    if (names.length === 0) return {};
    const name = prefix.slice(0, -1);
    return {
      [name]: ordered(names, values.get(`order.${name}`), (key) => values.get(prefix + key)),
    };
  };
  const own = plain(values, (property) => property.startsWith('node.'));
  const states = inOrder(tree.inside.get(element) ?? [], values.get('order.states'));
  return {
    ...Object.fromEntries(Object.entries(own).map(([key, value]) => [key.slice(5), value])),
    ...record('on.'),
    ...record('after.'),
    ...plain(values, (property) => MACHINE.includes(property)),
    ...invokeOf(tree, element),
    ...(states.length > 0 && {
      states: Object.fromEntries(states.map((key) => [key, nodeOf(tree, `step/${key}`)])),
    }),
  };
}

function invokeOf({ elements, activities }: Tree, element: string): Values {
  const values = valuesOf(elements, element);
  const ids = inOrder(activities.get(element) ?? [], values.get('order.invoke'));
  const all = ids.map((id) => {
    const own = plain(valuesOf(elements, `activity/${id}`), (property) => property !== 'step');
    const input = Object.entries(own).flatMap(([property, value]) =>
      property.startsWith('input.') ? [[property.slice(6), value] as const] : [],
    );
    const rest = Object.entries(own).filter(([property]) => !property.startsWith('input.'));
    return { id, ...Object.fromEntries(rest), input: Object.fromEntries(input) };
  });
  if (all.length === 0) return {};
  return { invoke: all.length > 1 || values.has('list.invoke') ? all : all[0] };
}

/** Whether a step stands, through its parents, in the machine. */
export function isPlaced(parts: Parts, step: string): boolean {
  const seen = new Set<string>();
  let at: unknown = step;
  while (typeof at === 'string' && at !== PATHWAY) {
    if (seen.has(at) || !parts.has(at)) return false;
    seen.add(at);
    at = (parts.get(`${at}:parent`) as Part | undefined)?.value;
  }
  return at === PATHWAY;
}
