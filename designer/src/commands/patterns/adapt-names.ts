import type { PathwayDocument } from '@percorso/engine';
import { renameAction } from '../actions/rename-action.ts';
import { renameActivity } from '../activities/rename-activity.ts';
import { type CommandRefusal, isRefusal } from '../command.ts';
import { isFree } from '../edit/nodes.ts';
import { freeName, own } from '../edit/records.ts';
import { renameFact } from '../facts/rename-fact.ts';
import { renameForm } from '../forms/rename-form.ts';
import { renameMessage } from '../messages/rename-message.ts';
import { renameRule } from '../rules/rename-rule.ts';
import { renameStep } from '../steps/rename-step.ts';
import { placedActivities } from '../uses/use.ts';
import type { Belongings } from './belongings.ts';

type Edited = PathwayDocument | CommandRefusal;

/** The new name of each step that had to take one. */
export type NewKeys = ReadonlyMap<string, string>;

/** New names for steps whose keys the receiving document has already. */
export function newKeys(
  source: PathwayDocument,
  target: PathwayDocument,
  steps: Iterable<string>,
): NewKeys {
  const given = new Set<string>();
  const isTaken = (key: string) => !isFree(target, key) || !isFree(source, key) || given.has(key);
  const found = new Map<string, string>();
  for (const step of steps) {
    if (isFree(target, step)) continue;
    const key = freeName(`${step.slice(0, 58)}-2`, isTaken);
    given.add(key);
    found.set(step, key);
  }
  return found;
}

/**
 * The source with other names for what the target has under the same name but with another meaning;
 * what means the same is shared. `kept` are case facts that are the target's own on purpose.
 */
export function adaptNames(
  source: PathwayDocument,
  target: PathwayDocument,
  belongings: Belongings,
  keys: NewKeys,
  kept: ReadonlySet<string> = new Set(),
): Edited {
  const rename = (before: Edited, change: (document: PathwayDocument) => Edited): Edited =>
    isRefusal(before) ? before : change(before);
  let adapted: Edited = source;
  for (const kind of ['rules', 'forms', 'messages'] as const) {
    for (const name of belongings[kind]) {
      if (isSame(own<unknown>(source[kind], name), own<unknown>(target[kind], name))) continue;
      const to = freeName(name, (one) => one in target[kind] || one in source[kind]);
      adapted = rename(adapted, (one) => renamed(one, kind, name, to));
    }
  }
  for (const action of belongings.actions) {
    if (isSame(own(source.actions, action), own(target.actions, action))) continue;
    const to = freeLike(action, '_', target.actions, source.actions);
    adapted = rename(adapted, (one) => renameAction.edit(one, { action, to }));
  }
  for (const full of belongings.facts) {
    const fact = full.slice('case.'.length);
    const [mine, theirs] = [source.data.properties, target.data.properties];
    if (!full.startsWith('case.') || kept.has(fact) || isSame(mine[fact], own(theirs, fact)))
      continue;
    const to = freeLike(fact, '', mine, theirs);
    adapted = rename(adapted, (one) => renameFact.edit(one, { of: 'case', fact, to }));
  }
  for (const [step, to] of keys)
    adapted = rename(adapted, (one) => renameStep.edit(one, { step, to }));
  return rename(adapted, (one) => withActivityNames(one, target));
}

function renamed(
  document: PathwayDocument,
  kind: 'rules' | 'forms' | 'messages',
  name: string,
  to: string,
): Edited {
  if (kind === 'rules') return renameRule.edit(document, { rule: name, to });
  if (kind === 'forms') return renameForm.edit(document, { form: name, to });
  return renameMessage.edit(document, { message: name, to });
}

function withActivityNames(source: PathwayDocument, target: PathwayDocument): Edited {
  const theirs = new Set(placedActivities(target).map(({ activity }) => activity.id));
  const mine = new Set(placedActivities(source).map(({ activity }) => activity.id));
  let named: Edited = source;
  for (const activity of mine) {
    if (!theirs.has(activity) || isRefusal(named)) continue;
    const to = freeName(`${activity.slice(0, 58)}-2`, (id) => theirs.has(id) || mine.has(id));
    named = renameActivity.edit(named, { activity, to });
    theirs.add(to);
  }
  return named;
}

/** Whether nothing stands in the way: the name is free, or means the same already. */
function isSame(mine: unknown, theirs: unknown): boolean {
  return theirs === undefined || JSON.stringify(mine) === JSON.stringify(theirs);
}

function freeLike(name: string, between: string, ...records: readonly object[]): string {
  for (let count = 2; ; count += 1) {
    const free = `${name.slice(0, 58)}${between}${count}`;
    if (!records.some((record) => Object.hasOwn(record, free))) return free;
  }
}
