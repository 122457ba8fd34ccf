/** What parameters may name of a document, and what stands around a step. */
import type { PathwayDocument } from '@percorso/engine';
import { nodesOf } from '../edit/nodes.ts';
import { transitionsOf } from '../edit/transitions.ts';
import { placedActivities } from '../uses/use.ts';

/** Everything in a document that parameters may name; each list has at least one part. */
function listNames(document: PathwayDocument) {
  const nodes = nodesOf(document);
  const some = <T>(list: readonly T[], otherwise: T) => (list.length > 0 ? list : [otherwise]);
  const transitions = nodes.flatMap(({ key, node }) =>
    transitionsOf(node).map(({ cause, index }) => ({ from: key, ...cause, index })),
  );
  const fields = Object.entries(document.forms).flatMap(([form, schema]) =>
    Object.keys(schema.properties).map((field) => ({ form, field })),
  );
  const keys = (record: object) => some(Object.keys(record), 'none');
  return {
    steps: nodes.map(({ key }) => key).toSorted(),
    returns: some(
      nodes.filter(({ node }) => node.type === 'history').map(({ key }) => key),
      'none',
    ),
    regions: some(
      nodes.filter(({ node }) => node.type === 'parallel').map(({ key }) => key),
      'none',
    ),
    groups: nodes.filter(({ node }) => node.states).map(({ key }) => key),
    transitions: some(transitions, { from: 'none', kind: 'always', index: 0 }),
    rules: keys(document.rules),
    forms: keys(document.forms),
    actions: some(Object.keys(document.actions), 'NONE'),
    messages: keys(document.messages),
    stages: some(
      document.stages.map(({ id }) => id),
      'none',
    ),
    facts: keys(document.data.properties),
    fields: some(fields, { form: 'none', field: 'none' }),
    activities: some(
      placedActivities(document).map(({ activity }) => activity.id),
      'none',
    ),
  };
}

const known = new WeakMap<PathwayDocument, ReturnType<typeof listNames>>();

/** Listed once for each document: the laws try thousands of parameters. */
export function namesIn(document: PathwayDocument) {
  const names = known.get(document) ?? listNames(document);
  known.set(document, names);
  return names;
}

export function transitionsAt(document: PathwayDocument, step: string) {
  const found = nodesOf(document)
    .filter(({ key }) => key === step)
    .flatMap(({ key, node }) =>
      transitionsOf(node).map(({ cause, index }) => ({ from: key, ...cause, index })),
    );
  return found.length > 0 ? found : [{ from: step, kind: 'always', index: 0 }];
}

export function siblingsOf(document: PathwayDocument, step: string): string[] {
  const nodes = nodesOf(document);
  const parent = nodes.find(({ key }) => key === step)?.parent;
  return nodes.filter((one) => one.parent === parent).map(({ key }) => key);
}

export function childrenOf(document: PathwayDocument, step: string): string[] {
  return nodesOf(document)
    .filter(({ parent }) => parent === step)
    .map(({ key }) => key);
}

export function nextTo(document: PathwayDocument, step: string): string[] {
  return nodesOf(document)
    .filter(({ key }) => key === step)
    .flatMap(({ node }) => transitionsOf(node))
    .flatMap(({ transition }) => transition.target?.replace('#', '') ?? []);
}
