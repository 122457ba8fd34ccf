import type {
  MachineEffect,
  MachineInvoke,
  MachineNode,
  MachineTransition,
  ObjectSchema,
  PathwayDocument,
} from '@percorso/engine';
import { listed } from '../document-steps.ts';
import { needsOfEffect, needsOfInput, needsOfRule, needsOfTransition } from './needs.ts';
import { PATHWAY, type Part, type Parts, partOf, type Way } from './part.ts';

type Listed = MachineTransition | readonly MachineTransition[] | undefined;

/**
 * The document as a flat set of parts, `putTogether` being the way back: what is inside what is a
 * part as well, so that a step that moves and its name that changes are two things.
 */
export function takeApart(document: PathwayDocument): Parts {
  const { participant, data, forms, rules, actions, messages, stages, steps, machine, ...own } =
    document;
  const found = [
    ...properties(PATHWAY, own),
    ...schemaParts(PATHWAY, 'participant', participant, (name) => `fact/participant/${name}`),
    ...schemaParts(PATHWAY, 'data', data, (name) => `fact/case/${name}`),
    ...named('form', forms, (element, form, name) =>
      schemaParts(element, '', form, (field) => `field/${name}/${field}`),
    ),
    ...Object.entries(rules).map(([name, rule]) =>
      partOf(`rule/${name}`, '', rule, 'whole', needsOfRule(rule)),
    ),
    ...named('action', actions, (element, action) => properties(element, action)),
    ...named('message', messages, (element, message) => properties(element, message)),
    ...named(
      'stage',
      Object.fromEntries(stages.map((stage) => [stage.id, stage])),
      (element, { id, ...stage }) => properties(element, stage),
    ),
    ...named('step', steps, (element, step) => properties(element, step)),
    ...nodeParts(PATHWAY, machine),
    ...orders(PATHWAY, { forms, rules, actions, messages, steps }),
    partOf(
      PATHWAY,
      'order.stages',
      stages.map(({ id }) => id),
      'order',
    ),
  ];
  return new Map(found.map((part) => [part.id, part]));
}

const WAYS: Readonly<Record<string, Way>> = {
  ...{ title: 'record', summary: 'record', label: 'record', noun: 'record', help: 'record' },
  ...{ unit: 'record', subject: 'record', body: 'record', messages: 'record', data: 'record' },
  ...{ roles: 'set', oneOf: 'options', items: 'options', at: 'quiet' },
};

/** What is there by name: that it is, and what it is made of. */
function named<Value>(
  kind: string,
  record: Readonly<Record<string, Value>>,
  inside: (element: string, value: Value, name: string) => readonly Part[],
): Part[] {
  return Object.entries(record).flatMap(([name, value]) => {
    const element = `${kind}/${name}`;
    return [partOf(element, '', true), ...inside(element, value, name)];
  });
}

function properties(element: string, value: object): Part[] {
  return Object.entries(value).map(([property, inner]) => {
    const way = typeof inner === 'object' ? (WAYS[property] ?? 'whole') : 'whole';
    const named = property === 'form' || property === 'stage' ? [`${property}/${inner}`] : [];
    return partOf(element, property, inner, way, named);
  });
}

/** Where the names of a record stand among each other: for reading only, so nobody is asked. */
function orders(element: string, records: Readonly<Record<string, object | undefined>>): Part[] {
  return Object.entries(records).flatMap(([property, record]) =>
    record ? [partOf(element, `order.${property}`, Object.keys(record), 'quiet')] : [],
  );
}

/** `data` and `participant` belong to the pathway; a form is an element of its own. */
function schemaParts(
  element: string,
  prefix: string,
  { type, properties: fields, required, ...own }: ObjectSchema,
  fieldElement: (name: string) => string,
): Part[] {
  const key = (property: string) => (prefix ? `${prefix}.${property}` : property);
  return [
    ...properties(element, own).map(({ property, value, way }) =>
      partOf(element, key(property), value, way),
    ),
    partOf(element, key('order.properties'), Object.keys(fields), 'order'),
    ...(required ? [partOf(element, key('order.required'), required, 'quiet')] : []),
    ...Object.entries(fields).flatMap(([name, field]) => [
      partOf(fieldElement(name), '', true, 'whole', [element]),
      ...properties(fieldElement(name), field),
      ...(required?.includes(name) ? [partOf(fieldElement(name), 'required', true)] : []),
    ]),
  ];
}

/** A node, its arrows and activities, and all that is inside it. */
function nodeParts(element: string, node: MachineNode): Part[] {
  const { states, on, after, always, onDone, invoke, entry, exit, ...own } = node;
  const found = Object.entries(own).map(([property, value]) => {
    const names = property === 'initial' || property === 'target' ? [`step/${bare(value)}`] : [];
    return partOf(element, `node.${property}`, value, 'whole', names);
  });
  for (const [moment, effects] of Object.entries({ entry, exit })) {
    if (effects) found.push(effectsPart(element, moment, effects));
  }
  for (const [action, value] of Object.entries(on ?? {})) {
    found.push(...arrows(element, `on.${action}`, value, [`action/${action}`]));
  }
  for (const [duration, value] of Object.entries(after ?? {})) {
    found.push(...arrows(element, `after.${duration}`, value));
  }
  found.push(...arrows(element, 'always', always), ...arrows(element, 'onDone', onDone));
  found.push(...orders(element, { states, on, after }), ...activityParts(element, invoke));
  for (const [key, child] of Object.entries(states ?? {})) {
    found.push(partOf(`step/${key}`, 'parent', element, 'whole', [element]));
    found.push(...nodeParts(`step/${key}`, child));
  }
  return found;
}

function bare(target: unknown): string {
  return String(target).replace(/^#/, '');
}

function effectsPart(element: string, moment: string, effects: readonly MachineEffect[]): Part {
  return partOf(element, `node.${moment}`, effects, 'effects', effects.flatMap(needsOfEffect));
}

function arrows(element: string, property: string, value: Listed, needs: string[] = []): Part[] {
  if (value === undefined) return [];
  const named = listed(value).flatMap(needsOfTransition);
  return [partOf(element, property, value, 'arrows', [...needs, ...named])];
}

function activityParts(step: string, invoke: MachineNode['invoke']): Part[] {
  if (!invoke) return [];
  const ids = listed<MachineInvoke>(invoke).map(({ id }) => id);
  return [
    partOf(step, 'order.invoke', ids, 'quiet'),
    ...(Array.isArray(invoke) ? [partOf(step, 'list.invoke', true, 'quiet')] : []),
    ...listed<MachineInvoke>(invoke).flatMap(({ id, src, input, onDone, onError }) => {
      const element = `activity/${id}`;
      return [
        partOf(element, '', true),
        partOf(element, 'step', step, 'whole', [step]),
        partOf(element, 'src', src),
        ...Object.entries(input).map(([property, value]) => {
          const way = typeof value === 'object' ? (WAYS[property] ?? 'whole') : 'whole';
          const needs = needsOfInput(property, value);
          return partOf(
            element,
            `input.${property}`,
            value,
            way === 'quiet' ? 'whole' : way,
            needs,
          );
        }),
        ...arrows(element, 'onDone', onDone),
        ...arrows(element, 'onError', onError),
      ];
    }),
  ];
}
