import { type MachineTransition, sortedJson } from '@percorso/engine';
import { listed } from '../document-steps.ts';
import { alignTransitions } from './align-transitions.ts';
import { mergeOrder } from './merge-order.ts';
import type { Way } from './part.ts';

/** What comes out where both sides changed the same part: a value, or that they disagree. */
export type Met = { readonly value: unknown } | undefined;

/** Two changes of one value, neither of them to what the other made of it. */
export function mergePart(way: Way, base: unknown, mine: unknown, theirs: unknown): Met {
  const strict = WAYS[way];
  if (way === 'quiet') return quietly(base, mine, theirs);
  if (mine === undefined || theirs === undefined) return undefined;
  return strict(base, mine, theirs);
}

const WAYS: Readonly<Record<Way, (base: unknown, mine: unknown, theirs: unknown) => Met>> = {
  whole: () => undefined,
  quiet: quietly,
  record: mergeRecord,
  set: (base, mine, theirs) => met(mergeOrder(texts(base), texts(mine), texts(theirs))),
  order: (base, mine, theirs) => met(mergeOrder(texts(base), texts(mine), texts(theirs))),
  options: mergeOptions,
  effects: mergeEffects,
  arrows: mergeArrows,
};

function met(value: unknown): Met {
  return value === undefined ? undefined : { value };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value : [];
}

/** What nobody is asked about: orders for reading come together, else mine stays. */
function quietly(base: unknown, mine: unknown, theirs: unknown): Met {
  if (!Array.isArray(mine) || !Array.isArray(theirs)) return { value: mine };
  const order = mergeOrder(texts(base), mine, theirs);
  // Without regard to whose they are, so that both sides get the same.
  return { value: order ?? [mine, theirs].toSorted()[0] };
}

interface Values {
  readonly [name: string]: unknown;
  readonly const?: unknown;
  readonly oneOf?: unknown;
}

/** Name by name: a text in two languages, changed in one on each side. */
function mergeRecord(base: unknown, mine: unknown, theirs: unknown): Met {
  const [before, one, other] = [base ?? {}, mine, theirs] as [Values, Values, Values];
  const merged: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const values = [before, one, other].map((of) =>
      Object.hasOwn(of, name) ? of[name] : undefined,
    );
    const chosen = changedOne(values[0], values[1], values[2]);
    if (!chosen) return undefined;
    if (chosen.value !== undefined) merged[name] = chosen.value;
  }
  return { value: merged };
}

/** What comes out of values that are not looked into. */
function changedOne(base: unknown, mine: unknown, theirs: unknown): Met {
  const [before, one, other] = [base, mine, theirs].map(sortedJson);
  if (one === other || other === before) return { value: mine };
  return one === before ? { value: theirs } : undefined;
}

/** Choices by what they stand for; `items` holds its list a level down. */
function mergeOptions(base: unknown, mine: unknown, theirs: unknown): Met {
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    return mergeList(base, mine, theirs, (option) => String((option as Values).const));
  }
  const lists = [base, mine, theirs].map((items) => (items as Values | undefined)?.oneOf);
  const merged = mergeOptions(...(lists as [unknown, unknown, unknown]));
  return merged && { value: { ...(mine as Values), oneOf: merged.value } };
}

/** A list of named things: each by its own, then their order. */
function mergeList(
  base: unknown,
  mine: readonly unknown[],
  theirs: readonly unknown[],
  nameOf: (one: unknown) => string,
): Met {
  const byName = (list: readonly unknown[]): Counted =>
    new Map(list.map((item) => [nameOf(item), item]));
  const [before, one, other] = [
    byName(Array.isArray(base) ? base : []),
    byName(mine),
    byName(theirs),
  ];
  const order = mergeOrder([...before.keys()], [...one.keys()], [...other.keys()]);
  const items = order?.map((name) =>
    changedRecord(before.get(name), one.get(name), other.get(name)),
  );
  const isLost = [...before].some(([name, was]) => {
    const kept = [one.get(name), other.get(name)].filter((now) => now !== undefined);
    return kept.length === 1 && sortedJson(kept[0]) !== sortedJson(was);
  });
  if (!items || isLost || items.includes(undefined)) return undefined;
  return { value: items.map((item) => item!.value) };
}

function changedRecord(base: unknown, mine: unknown, theirs: unknown): Met {
  if (mine === undefined) return { value: theirs };
  if (theirs === undefined) return { value: mine };
  return changedOne(base, mine, theirs) ?? mergeRecord(base, mine, theirs);
}

/** Their order decides what a fact becomes: only one side may add some. */
function mergeEffects(base: unknown, mine: unknown, theirs: unknown): Met {
  const all = [base ?? [], mine, theirs].map((list) => counted(list as readonly unknown[]));
  const [before, one, other] = all as [Counted, Counted, Counted];
  const hasAdded = (list: Counted) => [...list.keys()].some((name) => !before.has(name));
  if (hasAdded(one) && hasAdded(other)) return undefined;
  const order = mergeOrder([...before.keys()], [...one.keys()], [...other.keys()]);
  return order && { value: order.map((name) => one.get(name) ?? other.get(name)) };
}

type Counted = ReadonlyMap<string, unknown>;

/** By content; of equal ones the first, the second … */
function counted(list: readonly unknown[]): Counted {
  const found = new Map<string, unknown>();
  for (const one of list) {
    const text = sortedJson(one);
    let count = 0;
    while (found.has(`${text} ${count}`)) count += 1;
    found.set(`${text} ${count}`, one);
  }
  return found;
}

type Arrow = MachineTransition;

/** The arrows of one cause are tried in order: only one side may add some. */
function mergeArrows(base: unknown, mine: unknown, theirs: unknown): Met {
  const [before, one, other] = [base, mine, theirs].map((list) =>
    listed(list as Arrow | readonly Arrow[] | undefined),
  ) as [readonly Arrow[], readonly Arrow[], readonly Arrow[]];
  const sides = [namedArrows(before, one, 'm'), namedArrows(before, other, 't')] as const;
  const [ours, others] = sides;
  const isNew = (name: string) => !name.startsWith('b');
  if ([...ours.keys()].some(isNew) && [...others.keys()].some(isNew)) return undefined;
  const names = before.map((_, index) => `b${index}`);
  const order = mergeOrder(names, [...ours.keys()], [...others.keys()]);
  if (!order) return undefined;
  const isLost = names.some((name, index) => {
    const kept = [ours.get(name), others.get(name)].filter((now) => now !== undefined);
    return kept.length === 1 && sortedJson(kept[0]) !== sortedJson(before[index]);
  });
  const merged = order.map((name) =>
    mergeArrow(before[Number(name.slice(1))], ours.get(name), others.get(name)),
  );
  if (isLost || merged.includes(undefined) || merged.length === 0) return undefined;
  const isList = Array.isArray(mine) || Array.isArray(theirs) || merged.length > 1;
  const arrows = merged.map((one) => one!.value);
  return { value: isList ? arrows : arrows[0] };
}

/** Each arrow under the place that it had before, or a new name. */
function namedArrows(before: readonly Arrow[], after: readonly Arrow[], side: string) {
  const places = alignTransitions(before, after);
  return new Map(
    after.map((one, index) => {
      const place = places[index];
      return [place === undefined ? `${side}${index}` : `b${place}`, one] as const;
    }),
  );
}

function mergeArrow(base: Arrow | undefined, mine?: Arrow, theirs?: Arrow): Met {
  if (!mine || !theirs) return { value: mine ?? theirs };
  const plain = changedOne(base, mine, theirs);
  if (plain || !base) return plain;
  const [before, one, other] = [base, mine, theirs].map(({ actions, ...rest }) => rest);
  const rest = mergeRecord(before, one, other);
  const lists = [base.actions, mine.actions, theirs.actions] as const;
  const effects = changedOne(...lists) ?? mergeEffects(lists[0], lists[1] ?? [], lists[2] ?? []);
  if (!rest || !effects) return undefined;
  const actions = effects.value as readonly unknown[] | undefined;
  return { value: { ...(rest.value as object), ...(actions?.length && { actions }) } };
}
