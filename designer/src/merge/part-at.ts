import type { MachineInvoke, MachineNode, PathwayDocument } from '@percorso/engine';
import { listed } from '../document-steps.ts';
import { PATHWAY } from './part.ts';

/** What stands at a place of the document; the property is empty of an element as a whole. */
export interface PartPlace {
  readonly element: string;
  readonly property: string;
}

/** The part to which a JSON pointer of the parser, or of a comparison, leads. */
export function partAt(document: PathwayDocument, path: string): PartPlace {
  const place = path.split('/').slice(1);
  const [first, name = '', ...rest] = place;
  if (first === undefined) return { element: PATHWAY, property: '' };
  if (first === 'machine') return inNode(document, place.slice(1));
  if (first === 'forms') return inSchema(`form/${name}`, '', `field/${name}/`, rest);
  if (first === 'data') return inSchema(PATHWAY, 'data.', 'fact/case/', place.slice(1));
  if (first === 'participant') {
    return inSchema(PATHWAY, 'participant.', 'fact/participant/', place.slice(1));
  }
  if (first === 'stages') {
    const id = document.stages[Number(name)]?.id;
    if (name === '' || id === undefined) return { element: PATHWAY, property: 'order.stages' };
    return { element: `stage/${id}`, property: rest[0] ?? '' };
  }
  const kind = KINDS[first];
  if (kind === undefined) return { element: PATHWAY, property: first };
  return { element: `${kind}/${name}`, property: kind === 'rule' ? '' : (rest[0] ?? '') };
}

const KINDS: Readonly<Record<string, string>> = {
  rules: 'rule',
  actions: 'action',
  messages: 'message',
  steps: 'step',
};

function inSchema(
  element: string,
  prefix: string,
  fields: string,
  [property = '', name, ...rest]: readonly string[],
): PartPlace {
  if (property !== 'properties') return { element, property: property && prefix + property };
  if (name === undefined) return { element, property: `${prefix}order.properties` };
  return { element: fields + name, property: rest[0] ?? '' };
}

const NAMED = ['on', 'after'];
const OWN = ['always', 'onDone'];

function inNode(document: PathwayDocument, place: readonly string[]): PartPlace {
  let element = PATHWAY;
  let node: MachineNode | undefined = document.machine;
  let rest = place;
  while (rest[0] === 'states' && rest[1] !== undefined) {
    element = `step/${rest[1]}`;
    node = node?.states?.[rest[1]];
    rest = rest.slice(2);
  }
  const [property = '', name = ''] = rest;
  if (property === '') return { element, property };
  if (NAMED.includes(property)) return { element, property: `${property}.${name}` };
  if (OWN.includes(property)) return { element, property };
  if (property !== 'invoke') return { element, property: `node.${property}` };
  const isList = Array.isArray(node?.invoke);
  const activity = listed<MachineInvoke>(node?.invoke)[isList ? Number(name) : 0];
  const inside = rest.slice(isList ? 2 : 1);
  if (!activity) return { element, property: 'order.invoke' };
  const [own = '', inner] = inside;
  const isInput = own === 'input' && inner !== undefined;
  return { element: `activity/${activity.id}`, property: isInput ? `input.${inner}` : own };
}
