import type { PathwayDocument, Rule } from '@percorso/engine';
import { freeName, own, withKey } from '../edit/records.ts';

/** Rules that say “the guard, and this rule”, made as they are asked for. */
export interface BothRules {
  /** The name for a guard, or for none; a rule that says just that already is used again. */
  readonly named: (guard: string | undefined) => string;
  /** The document with the rules that were made until now. */
  readonly added: (document: PathwayDocument) => PathwayDocument;
}

export function bothRules(document: PathwayDocument, rule: string): BothRules {
  const made = new Map<string, string>();
  const isTaken = (name: string) =>
    own(document.rules, name) !== undefined || [...made.values()].includes(name);
  const named = (guard: string | undefined): string => {
    if (guard === undefined || guard === rule) return rule;
    const known = made.get(guard) ?? sameRule(document, guard, rule);
    if (known !== undefined) return known;
    const name = freeName(`${guard.slice(0, 28)}-and-${rule.slice(0, 25)}`, isTaken);
    made.set(guard, name);
    return name;
  };
  return { named, added: (after) => withMade(after, made, rule) };
}

function withMade(
  document: PathwayDocument,
  made: ReadonlyMap<string, string>,
  rule: string,
): PathwayDocument {
  const added = [...made].map(([guard, name]): [string, Rule] => [name, both(guard, rule)]);
  if (added.length === 0) return document;
  return withKey(document, 'rules', { ...document.rules, ...Object.fromEntries(added) });
}

function sameRule(document: PathwayDocument, guard: string, rule: string): string | undefined {
  return Object.keys(document.rules).find(
    (name) => JSON.stringify(document.rules[name]) === JSON.stringify(both(guard, rule)),
  );
}

function both(guard: string, rule: string): Rule {
  return { all: [{ rule: guard }, { rule }] };
}

/** The guard that a rule made here adds to, if it is one of them; undefined if it is another. */
export function partBeside(
  document: PathwayDocument,
  name: string,
  rule: string,
): string | undefined {
  const made = own(document.rules, name);
  if (!made || !('all' in made)) return undefined;
  const [first] = made.all;
  const guard = first && 'rule' in first ? first.rule : undefined;
  const isMade = guard !== undefined && JSON.stringify(made) === JSON.stringify(both(guard, rule));
  return isMade ? guard : undefined;
}
