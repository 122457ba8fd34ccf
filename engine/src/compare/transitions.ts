import type { MachineTransition, PathwayDocument, Words } from '../document.ts';
import { describeRule } from '../rules/explain.ts';
import { lowered } from '../rules/fact-words.ts';
import { listed } from '../tree.ts';
import { type Aligned, align, isReordered } from './align.ts';
import { type Comparison, currentName, difference } from './comparison.ts';
import type { Difference, Subject } from './difference.ts';
import { sentence } from './property-differences.ts';
import { ends, type Slot, withCause } from './slot.ts';
import { transitionChanges } from './transition-changes.ts';

export function transitionDifferences(comparison: Comparison, slot: Slot): Difference[] {
  const lists = [listed(slot.transitions[0]), listed(slot.transitions[1])] as const;
  const pairs = align(...lists);
  const found = pairs.flatMap((pair) => pairDifferences(comparison, slot, lists, pair));
  if (!isReordered(pairs)) return found;
  const from = currentName(comparison, slot.step);
  const order = {
    it: 'Cambia l’ordine in cui si provano i passaggi da {0} ',
    en: 'The order in which the transitions from {0} are tried changed, ',
  };
  return [
    ...found,
    difference(comparison, 'changed', subjectAt(slot), withCause(sentence(order, from), slot)),
  ];
}

type Lists = readonly [readonly MachineTransition[], readonly MachineTransition[]];

function pairDifferences(
  comparison: Comparison,
  slot: Slot,
  [before, later]: Lists,
  pair: Aligned,
): Difference[] {
  const was = pair.before === undefined ? undefined : before[pair.before];
  const is = pair.after === undefined ? undefined : later[pair.after];
  const isGone = is === undefined;
  const subject = subjectAt(slot, isGone ? 0 : 1, isGone ? pair.before : pair.after);
  if (was && is) return transitionChanges(comparison, slot, subject, [was, is]);
  const document = isGone ? comparison.before.document : comparison.after.document;
  const words = sentence(isGone ? GONE : NEW, ...ends(comparison, document, slot, (is ?? was)!));
  const guard = (is ?? was)!.guard;
  const whole = withCause(words, slot);
  const told = isGone || guard === undefined ? whole : provided(document, whole, guard);
  return [difference(comparison, isGone ? 'removed' : 'added', subject, told)];
}

const NEW: Words = { it: 'Nuovo passaggio da {0} a {1} ', en: 'New transition from {0} to {1} ' };
const GONE: Words = {
  it: 'Non c’è più il passaggio da {0} a {1} ',
  en: 'Gone is the transition from {0} to {1} ',
};

function provided(document: PathwayDocument, words: Words, guard: string): Words {
  const rule = describeRule(document, guard);
  return {
    it: `${words.it}, se: ${lowered(rule.it)}`,
    en: `${words.en}, provided: ${lowered(rule.en)}`,
  };
}

function subjectAt(slot: Slot, side: 0 | 1 = 1, index?: number): Subject {
  const place = slot.places[side];
  const isList = Array.isArray(slot.transitions[side]);
  const at = isList && index !== undefined ? [...place, index] : place;
  const key = [slot.step, ...at.slice(at.lastIndexOf(slot.step) + 1)].join('/');
  return { type: 'transition', key, place: at, step: slot.step };
}
