import type { Condition, FactValue, Operator, Rule } from '@percorso/engine';

export type GroupKind = 'all' | 'any' | 'not';

/** A group of conditions; «not» denies the one that it holds. */
export interface DraftGroup {
  readonly id: number;
  readonly kind: GroupKind;
  readonly parts: readonly Draft[];
}

/** A condition on one fact; `fact` is empty until one is chosen. */
export interface DraftCondition {
  readonly id: number;
  readonly kind: 'fact';
  readonly fact: string;
  readonly op: Operator;
  readonly value: FactValue | undefined;
}

/** Another rule, by its name; empty until one is chosen. */
export interface DraftReference {
  readonly id: number;
  readonly kind: 'rule';
  readonly rule: string;
}

/** A rule while it is being built: the very same tree, but that something may still be missing. */
export type Draft = DraftGroup | DraftCondition | DraftReference;

/** A draft without its identity, which `identified` gives to it and to all its parts. */
type Bare =
  | { readonly kind: GroupKind; readonly parts: readonly Bare[] }
  | Omit<DraftCondition, 'id'>
  | Omit<DraftReference, 'id'>;

let identityCount = 0;

/** A part keeps its identity while it is changed and moved, so that the focus can stay with it. */
function identified(bare: Bare): Draft {
  identityCount += 1;
  const id = identityCount;
  return 'parts' in bare ? { ...bare, id, parts: bare.parts.map(identified) } : { ...bare, id };
}

export function newCondition(): Draft {
  return identified({ kind: 'fact', fact: '', op: '=', value: undefined });
}

export function newReference(): Draft {
  return identified({ kind: 'rule', rule: '' });
}

export function newGroup(kind: GroupKind, ...parts: readonly Draft[]): Draft {
  const group = identified({ kind, parts: [] });
  return { ...group, parts } as DraftGroup;
}

export function isGroup(draft: Draft): draft is DraftGroup {
  return 'parts' in draft;
}

export function draftOf(rule: Rule): Draft {
  return identified(bareOf(rule));
}

function bareOf(rule: Rule): Bare {
  if ('all' in rule) return { kind: 'all', parts: rule.all.map(bareOf) };
  if ('any' in rule) return { kind: 'any', parts: rule.any.map(bareOf) };
  if ('not' in rule) return { kind: 'not', parts: [bareOf(rule.not)] };
  if ('rule' in rule) return { kind: 'rule', rule: rule.rule };
  return { kind: 'fact', fact: rule.fact, op: rule.op, value: rule.value };
}

/** The same again, as something of its own. */
export function copyOf(draft: Draft): Draft {
  return identified(draft);
}

/** The rule that the draft says; undefined while something in it is missing. */
export function ruleOf(draft: Draft): Rule | undefined {
  const part = partialRule(draft);
  return part && isWhole(draft) ? part : undefined;
}

/** What of the draft is whole, as a rule: for its sentence; undefined where nothing is. */
export function partialRule(draft: Draft): Rule | undefined {
  if (!isGroup(draft)) return isWhole(draft) ? leafRule(draft) : undefined;
  const parts = draft.parts.flatMap((part) => partialRule(part) ?? []);
  const [first] = parts;
  if (!first) return undefined;
  if (draft.kind === 'not') return { not: first };
  return draft.kind === 'all' ? { all: parts } : { any: parts };
}

function leafRule(leaf: DraftCondition | DraftReference): Rule {
  if (leaf.kind === 'rule') return { rule: leaf.rule };
  const { fact, op, value } = leaf;
  const condition: Condition = { fact, op };
  return value === undefined ? condition : { ...condition, value };
}

/** Whether nothing is missing in the draft. */
export function isWhole(draft: Draft): boolean {
  if (isGroup(draft)) return draft.parts.length > 0 && draft.parts.every(isWhole);
  if (draft.kind === 'rule') return draft.rule !== '';
  return draft.fact !== '' && (draft.op === 'known' || hasValue(draft.value));
}

function hasValue(value: FactValue | undefined): boolean {
  return value !== undefined && (typeof value !== 'object' || value.length > 0);
}

/** The part of that identity. */
export function partOf(draft: Draft, id: number): Draft | undefined {
  if (draft.id === id || !isGroup(draft)) return draft.id === id ? draft : undefined;
  return draft.parts.map((part) => partOf(part, id)).find((part) => part !== undefined);
}

/** The group that a part lies in; undefined for the whole. */
export function groupAround(draft: Draft, id: number): DraftGroup | undefined {
  if (!isGroup(draft)) return undefined;
  if (draft.parts.some((part) => part.id === id)) return draft;
  return draft.parts.map((part) => groupAround(part, id)).find((group) => group !== undefined);
}
