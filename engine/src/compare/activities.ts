import type { Words } from '../document.ts';
import type { InvokeAt, Scope } from '../parse/scope.ts';
import { type Comparison, difference, stepName } from './comparison.ts';
import type { Difference, Subject } from './difference.ts';
import { isSame, propertyDifferences, renaming, sentence } from './property-differences.ts';
import { transitionDifferences } from './transitions.ts';

type Pair = readonly [InvokeAt | undefined, InvokeAt | undefined];

/** What differs of the activities, wherever they stand: they are known by their names. */
export function activityDifferences(comparison: Comparison): Difference[] {
  const [before, after] = [byId(comparison.before), byId(comparison.after)];
  const ids = new Set([...after.keys(), ...before.keys()]);
  return [
    ...[...ids].flatMap((id) => differencesOf(comparison, id, [before.get(id), after.get(id)])),
    ...orders(comparison, before, after),
  ];
}

function byId({ invokes }: Scope): Map<string, InvokeAt> {
  return new Map(invokes.map((one) => [one.invoke.id, one]));
}

function differencesOf(comparison: Comparison, id: string, pair: Pair): Difference[] {
  const [was, is] = pair;
  const { source, place, invoke } = (is ?? was)!;
  const subject: Subject = { type: 'activity', key: id, place, step: source.key };
  const arrows = is ? arrowDifferences(comparison, pair) : [];
  if (was && is) return [...changes(comparison, subject, [was, is]), ...arrows];
  const document = (is ? comparison.after : comparison.before).document;
  const words = sentence(is ? NEW : GONE, invoke.input.label, stepName(document, source.key));
  return [difference(comparison, is ? 'added' : 'removed', subject, words), ...arrows];
}

const NEW: Words = { it: 'Nuova attività {0} in {1}', en: 'New activity {0} in {1}' };
const GONE: Words = {
  it: 'L’attività {0} di {1} non c’è più',
  en: 'The activity {0} of {1} is gone',
};
const MOVED: Words = {
  it: 'L’attività {0} passa da {1} a {2}',
  en: 'The activity {0} moves from {1} to {2}',
};
const RENAMED: Words = {
  it: 'L’attività {0} ora si chiama {1}',
  en: 'The activity {0} is now called {1}',
};
const ORDER: Words = {
  it: 'Cambia l’ordine delle attività di {0}',
  en: 'The order of the activities of {0} changed',
};

function changes(
  comparison: Comparison,
  subject: Subject,
  [was, is]: readonly [InvokeAt, InvokeAt],
): Difference[] {
  const { before, after } = comparison;
  const [earlier, label] = [was.invoke.input.label, is.invoke.input.label];
  const whose = sentence({ it: 'dell’attività {0}', en: 'of the activity {0}' }, label);
  const inputs = [was.invoke.input, is.invoke.input] as const;
  const input = { ...subject, place: [...subject.place, 'input'] };
  const found: Difference[] = [];
  const containers = [was.source, is.source].map(({ key, parent }) => (parent ? key : ''));
  if (containers[0] !== containers[1]) {
    const from = stepName(before.document, was.source.key);
    const to = stepName(after.document, is.source.key);
    found.push(difference(comparison, 'moved', subject, sentence(MOVED, label, from, to)));
  }
  if (!isSame(earlier, label)) {
    found.push(difference(comparison, 'renamed', input, renaming(RENAMED, earlier, label)));
  }
  const told = ['id', 'input', 'onDone', 'onError'];
  return [
    ...found,
    ...propertyDifferences(comparison, subject, whose, [was.invoke, is.invoke], told),
    ...propertyDifferences(comparison, input, whose, inputs, ['label']),
  ];
}

const ENDS: Readonly<Record<'onDone' | 'onError', Words>> = {
  onDone: { it: 'quando finisce l’attività {0}', en: 'when the activity {0} ends' },
  onError: { it: 'se l’attività {0} non riesce', en: 'if the activity {0} fails' },
};

function arrowDifferences(comparison: Comparison, [was, is]: Pair): Difference[] {
  const { source, invoke } = (is ?? was)!;
  const placeOf = (one: InvokeAt | undefined) => (one ?? is ?? was)!.place;
  return (['onDone', 'onError'] as const).flatMap((end) =>
    transitionDifferences(comparison, {
      step: source.key,
      places: [
        [...placeOf(was), end],
        [...placeOf(is), end],
      ],
      transitions: [was?.invoke[end], is?.invoke[end]],
      cause: sentence(ENDS[end], invoke.input.label),
    }),
  );
}

type ById = ReadonlyMap<string, InvokeAt>;

/** Of the activities that a step keeps. */
function orders(comparison: Comparison, before: ById, after: ById): Difference[] {
  return comparison.after.nodes.flatMap((node) => {
    const isKept = (one: InvokeAt | undefined) => one?.source.key === node.key;
    const idsOf = (these: ById, others: ById) =>
      [...these].filter(([id, one]) => isKept(one) && isKept(others.get(id))).map(([id]) => id);
    if (isSame(idsOf(before, after), idsOf(after, before))) return [];
    const place = [...node.place, 'invoke'];
    const subject: Subject = { type: 'step', key: node.key, place, step: node.key };
    const words = sentence(ORDER, stepName(comparison.after.document, node.key));
    return [difference(comparison, 'changed', subject, words)];
  });
}
