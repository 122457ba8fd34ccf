import type { PathwayDocument, StepDeclaration, Words } from '../document.ts';
import { type NodeAt, own, type Scope } from '../parse/scope.ts';
import { inBoth } from '../rules/fact-words.ts';
import { type Comparison, currentName, difference, stepName } from './comparison.ts';
import type { Difference, Subject } from './difference.ts';
import { isSame, propertyDifferences, renaming, sentence } from './property-differences.ts';

/** A step in both documents, or in one of them. */
export interface StepPair {
  readonly key: string;
  readonly before?: NodeAt;
  readonly after?: NodeAt;
}

/** In the order of the later document, then those that are gone. */
export function stepPairs({ before, after }: Comparison): StepPair[] {
  const root = { key: after.nodes[0]!.key, before: before.nodes[0]!, after: after.nodes[0]! };
  const kept = after.nodes.slice(1).map((node) => {
    const earlier = before.nodeByKey.get(node.key);
    return { key: node.key, after: node, ...(earlier && { before: earlier }) };
  });
  const gone = before.nodes.slice(1).filter(({ key }) => !after.nodeByKey.has(key));
  return [root, ...kept, ...gone.map((node) => ({ key: node.key, before: node }))];
}

/** What differs of the step itself: its arrows, timers and activities are told apart. */
export function stepDifferences(comparison: Comparison, pair: StepPair): Difference[] {
  const { key, before, after } = pair;
  const subject: Subject = { type: 'step', key, place: (after ?? before!).place, step: key };
  if (before && after) return changes(comparison, subject, before, after);
  const words = after
    ? sentence(...placed(comparison.after, after))
    : sentence(GONE, stepName(comparison.before.document, key));
  return [difference(comparison, after ? 'added' : 'removed', subject, words)];
}

const GONE: Words = { it: 'Il passo {0} non c’è più', en: 'The step {0} is gone' };
const MOVED: Words = {
  it: 'Il passo {0} passa da {1} a {2}',
  en: 'The step {0} moves from {1} to {2}',
};
const RENAMED: Words = {
  it: 'Il passo {0} ora si chiama {1}',
  en: 'The step {0} is now called {1}',
};
const NEW_KEY: Words = {
  it: 'Il passo {0} ha un altro nome interno: {1} (prima: {2})',
  en: 'The step {0} has another internal name: {1} (before: {2})',
};

/** «Nuovo passo «X», dopo «Y»»: after the first that leads to it, or in what contains it. */
function placed({ document, nodes, transitions }: Scope, node: NodeAt): [Words, ...Words[]] {
  const name = stepName(document, node.key);
  const arrow = transitions.find(
    ({ source, transition }) =>
      source !== node && source.parent === node.parent && leadsTo(transition.target, node.key),
  );
  const source = arrow?.source ?? node.parent ?? nodes[0]!;
  const other = stepName(document, source.key);
  return arrow
    ? [{ it: 'Nuovo passo {0}, dopo {1}', en: 'New step {0}, after {1}' }, name, other]
    : [{ it: 'Nuovo passo {0}, in {1}', en: 'New step {0}, in {1}' }, name, other];
}

function leadsTo(target: string | undefined, key: string): boolean {
  return target === key || target === `#${key}`;
}

/** Told elsewhere: what is inside a step, what leaves it, and how it is drawn. */
const ELSEWHERE = ['id', 'states', 'on', 'after', 'always', 'onDone', 'invoke'];

function changes(
  comparison: Comparison,
  subject: Subject,
  before: NodeAt,
  after: NodeAt,
): Difference[] {
  const { key } = subject;
  const whose = { it: 'del passo {0}', en: 'of the step {0}' };
  const own = after.parent ? sentence(whose, currentName(comparison, key)) : WHOLE;
  return [
    ...renamed(comparison, subject),
    ...moved(comparison, subject, before, after),
    ...propertyDifferences(comparison, subject, own, [before.node, after.node], ELSEWHERE),
    ...declared(comparison, subject, own),
  ];
}

const WHOLE: Words = { it: 'del percorso', en: 'of the pathway' };

function moved(
  comparison: Comparison,
  subject: Subject,
  before: NodeAt,
  after: NodeAt,
): Difference[] {
  if (!before.parent || !after.parent || containerKey(before) === containerKey(after)) return [];
  const words = sentence(
    MOVED,
    currentName(comparison, subject.key),
    stepName(comparison.before.document, before.parent.key),
    stepName(comparison.after.document, after.parent.key),
  );
  return [difference(comparison, 'moved', subject, words)];
}

/** The machine itself may be called otherwise: it is the same container. */
function containerKey({ parent }: NodeAt): string {
  return parent?.parent ? parent.key : '';
}

function renamed(comparison: Comparison, subject: Subject): Difference[] {
  const { key } = subject;
  const was = declaration(comparison.before.document, key)?.label;
  const is = declaration(comparison.after.document, key)?.label;
  const keyBefore = comparison.keysBefore.get(key);
  const isRenamed = was && is && !isSame(was, is);
  if (!isRenamed && keyBefore === undefined) return [];
  const name = currentName(comparison, key);
  const words = isRenamed
    ? renaming(RENAMED, was, is)
    : sentence(
        NEW_KEY,
        name,
        inBoth(() => key),
        inBoth(() => keyBefore!),
      );
  const one = difference(comparison, 'renamed', subject, words);
  const element = { ...one.element, ...(keyBefore !== undefined && { keyBefore }) };
  return [{ ...one, element }];
}

function declaration(document: PathwayDocument, key: string): StepDeclaration | undefined {
  return own(document.steps, key);
}

function declared(comparison: Comparison, subject: Subject, whose: Words): Difference[] {
  const { key } = subject;
  const was = declaration(comparison.before.document, key) ?? {};
  const is = declaration(comparison.after.document, key) ?? {};
  const isNamedInBoth = 'label' in was && 'label' in is;
  const told = isNamedInBoth ? ['at', 'label'] : ['at'];
  const place = { ...subject, place: ['steps', key] };
  return propertyDifferences(comparison, place, whose, [was, is], told);
}
