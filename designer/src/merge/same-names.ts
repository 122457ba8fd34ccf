import { compareDocuments, type PathwayDocument, sortedJson } from '@percorso/engine';
import { renameAction } from '../commands/actions/rename-action.ts';
import { renameActivity } from '../commands/activities/rename-activity.ts';
import { isRefusal } from '../commands/command.ts';
import { nodesOf } from '../commands/edit/nodes.ts';
import { renameFact } from '../commands/facts/rename-fact.ts';
import { renameForm } from '../commands/forms/rename-form.ts';
import { renameMessage } from '../commands/messages/rename-message.ts';
import { renameRule } from '../commands/rules/rename-rule.ts';
import { renameStep } from '../commands/steps/rename-step.ts';
import { placedActivities } from '../commands/uses/use.ts';

type Edited = ReturnType<typeof renameStep.edit>;

/** One kind of thing that has a name of its own, by which others refer to it. */
interface Named {
  readonly contents: (document: PathwayDocument) => ReadonlyMap<string, unknown>;
  readonly rename: (document: PathwayDocument, from: string, to: string) => Edited;
}

const record = (key: 'rules' | 'forms' | 'actions' | 'messages') => (document: PathwayDocument) =>
  new Map<string, unknown>(Object.entries(document[key]));

const NAMED: readonly Named[] = [
  {
    contents: ({ data }) => new Map(Object.entries(data.properties)),
    rename: (document, fact, to) => renameFact.edit(document, { of: 'case', fact, to }),
  },
  {
    contents: record('forms'),
    rename: (document, form, to) => renameForm.edit(document, { form, to }),
  },
  {
    contents: record('messages'),
    rename: (document, message, to) => renameMessage.edit(document, { message, to }),
  },
  {
    contents: record('rules'),
    rename: (document, rule, to) => renameRule.edit(document, { rule, to }),
  },
  {
    contents: record('actions'),
    rename: (document, action, to) => renameAction.edit(document, { action, to }),
  },
  {
    contents: (document) =>
      new Map(placedActivities(document).map(({ activity: { id, ...rest } }) => [id, rest])),
    rename: (document, activity, to) => renameActivity.edit(document, { activity, to }),
  },
];

type Three = readonly [PathwayDocument, PathwayDocument, PathwayDocument];

/**
 * The base, mine and theirs with one name for each thing, where a side gave it another: so that
 * what the other changed in it meets it. A thing is the same under another name if its content is;
 * a step also where the comparison recognises it.
 */
export function withSameNames(all: Three): Three {
  let named = NAMED.reduce((documents, kind) => unified(documents, kind), all);
  for (const side of [1, 2] as const) {
    for (const [from, to] of renamedSteps(named[0], named[side])) {
      const rename = (one: PathwayDocument) => renameStep.edit(one, { step: from, to });
      const isRenamed = ({ steps }: PathwayDocument) =>
        !Object.hasOwn(steps, from) && Object.hasOwn(steps, to);
      named = renamedElsewhere(named, side, rename, isRenamed);
    }
  }
  return named;
}

function unified(documents: Three, { contents, rename }: Named): Three {
  let named = documents;
  for (const side of [1, 2] as const) {
    const [before, after] = [contents(named[0]), contents(named[side])];
    const gone = [...before].filter(([name]) => !after.has(name));
    if (gone.length === 0) continue;
    const fresh = [...after].filter(([name]) => !before.has(name));
    for (const [from, was] of gone) {
      const alike = fresh.filter(([, is]) => sortedJson(is) === sortedJson(was));
      const twins = gone.filter(([, other]) => sortedJson(other) === sortedJson(was));
      if (alike.length !== 1 || twins.length !== 1) continue;
      const to = alike[0]![0];
      const isRenamed = (one: PathwayDocument) => !contents(one).has(from) && contents(one).has(to);
      named = renamedElsewhere(named, side, (one) => rename(one, from, to), isRenamed);
    }
  }
  return named;
}

/**
 * In the base and the other side's document, where both have the earlier name and not the later;
 * in the base alone where the other side gave it the same name.
 */
function renamedElsewhere(
  [base, mine, theirs]: Three,
  side: 1 | 2,
  rename: (document: PathwayDocument) => Edited,
  isRenamed: (document: PathwayDocument) => boolean,
): Three {
  const other = side === 1 ? theirs : mine;
  const [newBase, newOther] = [rename(base), isRenamed(other) ? other : rename(other)];
  if (isRefusal(newBase) || isRefusal(newOther)) return [base, mine, theirs];
  return side === 1 ? [newBase, mine, newOther] : [newBase, newOther, theirs];
}

function renamedSteps(before: PathwayDocument, after: PathwayDocument): [string, string][] {
  const keys = (document: PathwayDocument) =>
    new Set(
      nodesOf(document)
        .slice(1)
        .map(({ key }) => key),
    );
  const [earlier, later] = [keys(before), keys(after)];
  const lacks = (some: Set<string>, all: Set<string>) => [...all].some((key) => !some.has(key));
  if (!lacks(later, earlier) || !lacks(earlier, later)) return [];
  return compareDocuments(before, after).flatMap(({ element: { key, keyBefore } }) =>
    keyBefore === undefined ? [] : [[keyBefore, key] as [string, string]],
  );
}
