import { type PathwayDocument, parseDocument } from '@percorso/engine';
import { anchorTargets } from './anchor-targets.ts';
import { entangled, neighbours } from './entangled.ts';
import { type Group, groupOf, joined, outcome, sizeOf } from './groups.ts';
import { conflictsOf, idOf, type MergeConflict } from './merge-conflict.ts';
import { PATHWAY, type Parts } from './part.ts';
import { partAt } from './part-at.ts';
import { putTogether } from './put-together.ts';
import { differs, type Row, rowsOf, type Side } from './row.ts';
import { withSameNames } from './same-names.ts';
import { seedsOf } from './seeds.ts';
import { takeApart } from './take-apart.ts';

export type MergeChoice = Side;

export type MergeResult =
  | { readonly ok: true; readonly document: PathwayDocument }
  | { readonly ok: false; readonly conflicts: readonly MergeConflict[] };

/**
 * One document out of two that grew from the same base. Changes of different things come together
 * unasked; of the others each is a conflict, until `choices` names a side for its id. Answers may
 * lead to further conflicts (in the last resort one about the whole), but not if all name one side.
 * Positions never ask: mine stay. What comes out parses, if the three did; never throws for them.
 */
export function mergeDocuments(
  base: PathwayDocument,
  mine: PathwayDocument,
  theirs: PathwayDocument,
  choices: Readonly<Record<string, MergeChoice>> = {},
): MergeResult {
  const [written, ours, others] = [base, mine, theirs].map((one) => JSON.stringify(one));
  if (ours === others || others === written) return { ok: true, document: mine };
  if (ours === written) return { ok: true, document: theirs };
  const named = withSameNames([base, mine, theirs]);
  const [before, one, other] = named.map(takeApart) as [Parts, Parts, Parts];
  const rows = rowsOf(before, one, other);
  let groups = consistent(rows, joined(seedsOf(rows)));
  for (;;) {
    const asked = groups.filter((group) => !isChosen(choices, group));
    if (asked.length > 0) return { ok: false, conflicts: conflictsOf(named, rows, asked) };
    const { document, groups: wider } = settled(rows, groups, (group) => choices[idOf(group)]!);
    if (document) return { ok: true, document };
    groups = consistent(rows, wider);
  }
}

function isChosen(choices: Readonly<Record<string, MergeChoice>>, group: Group): boolean {
  const id = idOf(group);
  return Object.hasOwn(choices, id) && ['mine', 'theirs'].includes(choices[id]!);
}

/**
 * Groups with which the document is right if all come from mine, and if all come from theirs.
 * Without groups there is nothing to choose: whether it is right turns out at the end.
 */
function consistent(rows: readonly Row[], groups: readonly Group[]): readonly Group[] {
  let found = groups;
  while (found.length > 0) {
    const before = sizeOf(found);
    for (const side of SIDES) found = untangled(rows, found, side);
    if (sizeOf(found) !== before) continue;
    for (const side of SIDES) found = settled(rows, found, () => side).groups;
    if (sizeOf(found) === before) return found;
  }
  return found;
}

const SIDES: readonly Side[] = ['mine', 'theirs'];

/** What is seen without the parser, which takes most of the time. */
function untangled(rows: readonly Row[], groups: readonly Group[], side: Side): readonly Group[] {
  const tied = entangled(
    rows,
    outcome(rows, groups, () => side),
  );
  return tied.length === 0 ? groups : wider(rows, groups, tied);
}

interface Settled {
  readonly document?: PathwayDocument;
  readonly groups: readonly Group[];
}

/** The document with these sides chosen, or wider groups where it would not be right. */
function settled(
  rows: readonly Row[],
  groups: readonly Group[],
  sideOf: (group: Group) => Side,
): Settled {
  const parts = outcome(rows, groups, sideOf);
  const tied = entangled(rows, parts);
  if (tied.length > 0) return { groups: wider(rows, groups, tied) };
  const document = anchorTargets(putTogether(parts));
  const parsed = parseDocument(JSON.stringify(document));
  if (parsed.ok) return { document, groups };
  const { path } = parsed.problems[0]!;
  return { groups: withReason(rows, groups, partAt(document, path).element) };
}

/** With what stands around the place of a problem; step by step further, then everything. */
function withReason(
  rows: readonly Row[],
  groups: readonly Group[],
  element: string,
): readonly Group[] {
  let elements: ReadonlySet<string> = new Set([element]);
  for (let ring = 0; ring < RINGS_MAX; ring += 1) {
    const { own, near } = neighbours(rows, elements);
    const group = groupOf(own);
    const grown = group.size > 0 ? joined([...groups, group]) : groups;
    if (sizeOf(grown) !== sizeOf(groups)) return grown;
    elements = near;
  }
  return everything(rows);
}

/** An arrow, its action, the action's form, its fields. */
const RINGS_MAX = 4;

function wider(
  rows: readonly Row[],
  groups: readonly Group[],
  more: readonly Group[],
): readonly Group[] {
  const grown = joined([...groups, ...more]);
  return sizeOf(grown) === sizeOf(groups) ? everything(rows) : grown;
}

function everything(rows: readonly Row[]): readonly Group[] {
  return [new Set([PATHWAY, ...rows.filter(differs).map(({ id }) => id)])];
}
