import {
  describeRule,
  type Language,
  type MachineEffect,
  type PathwayDocument,
  type RecordValue,
} from '@percorso/engine';
import { listed, targetOf } from '../document-steps.ts';
import { type Arrow, arrowsOf, type NodePlace, nodePlaces } from './arrows.ts';
import { secondsOf } from './duration-seconds.ts';
import { type XmlElement, xmlDocument } from './xml.ts';

interface Writing {
  readonly document: PathwayDocument;
  readonly language: Language;
  readonly inside: ReadonlyMap<string | undefined, readonly NodePlace[]>;
}

/**
 * The pathway as W3C SCXML. Conditions, records and messages name the document's own rules, facts
 * and messages (a data model of ours); `percorso:` attributes carry what SCXML has no word for:
 * labels, conditions in words, calendar durations (`delay` is their length from January 1st).
 */
export function exportScxml(document: PathwayDocument, language: Language = 'it'): string {
  const places = nodePlaces(document);
  const writing = {
    document,
    language,
    inside: Map.groupBy(places, ({ parent }) => parent),
  };
  const root = stateOf(writing, places[0]!);
  const end = `${document.machine.id}.end`;
  return xmlDocument({
    name: 'scxml',
    attributes: {
      xmlns: 'http://www.w3.org/2005/07/scxml',
      'xmlns:percorso': 'urn:percorso:pathway',
      version: '1.0',
      datamodel: 'percorso',
      name: document.machine.id,
      initial: document.machine.id,
    },
    children: [ending(root, end), { name: 'final', attributes: { id: end } }],
  });
}

/** SCXML's root has no transitions of its own: the machine is a state in it, whose end ends it. */
function ending(root: XmlElement, target: string): XmlElement {
  const event = `done.state.${root.attributes?.id}`;
  const transition = { name: 'transition', attributes: { event, target } };
  return { ...root, children: [...(root.children ?? []), transition] };
}

function stateOf(writing: Writing, place: NodePlace): XmlElement {
  const { key, node } = place;
  const step = writing.document.steps[key];
  const shared = {
    id: key,
    'percorso:label': (step?.label ?? writing.document.title)[writing.language],
  };
  if (node.type === 'history') return historyOf(writing, place, shared);
  const inside = (writing.inside.get(key) ?? []).map((child) => stateOf(writing, child));
  const name = node.type ?? 'state';
  const outcome = { 'percorso:outcome': step?.outcome };
  const attributes = { ...shared, initial: node.initial, ...outcome };
  return { name, attributes, children: [...contentOf(writing, place), ...inside] };
}

function historyOf(
  { document }: Writing,
  { key, node, parent }: NodePlace,
  shared: Readonly<Record<string, string>>,
): XmlElement {
  const around = nodePlaces(document).find((place) => place.key === parent);
  const target = targetOf(node) ?? around?.node.initial ?? key;
  const transition = { name: 'transition', attributes: { target } };
  const attributes = { ...shared, type: node.history ?? 'shallow' };
  return { name: 'history', attributes, children: [transition] };
}

function contentOf(writing: Writing, place: NodePlace): readonly XmlElement[] {
  const { key, node } = place;
  const timers = Object.keys(node.after ?? {});
  const block = (name: string, children: readonly XmlElement[]) =>
    children.length > 0 ? [{ name, children }] : [];
  return [
    ...block('onentry', [
      ...(node.entry ?? []).flatMap(elementsOf),
      ...timers.map((duration) => timerOf(key, duration)),
    ]),
    ...block('onexit', [
      ...timers.map((duration) => ({
        name: 'cancel',
        attributes: { sendid: timerEvent(key, duration) },
      })),
      ...(node.exit ?? []).flatMap(elementsOf),
    ]),
    ...listed(node.invoke).map(({ id, src, input }) => ({
      name: 'invoke',
      attributes: { id, type: src, 'percorso:label': input.label[writing.language] },
    })),
    ...arrowsOf(writing.document, place).map((arrow) => transitionOf(writing, arrow)),
  ];
}

function timerOf(key: string, duration: string): XmlElement {
  const id = timerEvent(key, duration);
  const delay = `${secondsOf(duration)}s`;
  return { name: 'send', attributes: { id, event: id, delay, 'percorso:duration': duration } };
}

function transitionOf({ document, language }: Writing, arrow: Arrow): XmlElement {
  const { guard, actions, reenter } = arrow.transition;
  const rule = guard === undefined ? undefined : document.rules[guard];
  return {
    name: 'transition',
    attributes: {
      event: eventOf(arrow),
      cond: guard,
      target: targetOf(arrow.transition),
      // In XState v5 a transition re-enters its own step only if it says so.
      type: reenter ? undefined : 'internal',
      'percorso:label': arrow.trigger.label[language],
      'percorso:condition': rule && describeRule(document, rule)[language],
    },
    children: (actions ?? []).flatMap(elementsOf),
  };
}

function eventOf({ from, trigger: { kind, name } }: Arrow): string | undefined {
  if (kind === 'action') return name;
  if (kind === 'timer') return timerEvent(from, name);
  if (kind === 'done') return `done.invoke.${name}`;
  if (kind === 'failed') return `error.communication.${name}`;
  return kind === 'complete' ? `done.state.${from}` : undefined;
}

function timerEvent(key: string, duration: string): string {
  return `after.${duration}.${key}`;
}

function elementsOf(effect: MachineEffect): readonly XmlElement[] {
  if (effect.type === 'message') {
    const event = `message.${effect.params.message}`;
    return [{ name: 'send', attributes: { event, type: 'urn:percorso:message' } }];
  }
  return Object.entries(effect.params).map(([fact, value]) => ({
    name: 'assign',
    attributes: { location: `case.${fact}`, expr: expressionOf(fact, value) },
  }));
}

function expressionOf(fact: string, value: RecordValue): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return JSON.stringify(value);
  }
  return 'add' in value
    ? `case.${fact} + ${value.add}`
    : `answer.${(value as { readonly answer: string }).answer}`;
}
