import { compareDocuments, type PathwayDocument, type Words } from '@percorso/engine';
import { elementTitle } from './conflict-element.ts';
import { type Deed, givesOf, toldOf } from './conflict-words.ts';
import type { Group } from './groups.ts';
import { PATHWAY } from './part.ts';
import { partAt } from './part-at.ts';
import type { Row, Side } from './row.ts';

/** What one side did, and what comes out when it is chosen; `{who}` stands for the other person. */
export interface MergeSide {
  /** Each change in a sentence. */
  readonly did: readonly Words[];
  readonly gives: Words;
}

/** A change on each side that can't both be: people choose one. Plain JSON. */
export interface MergeConflict {
  /** The same as long as the same parts are in question. */
  readonly id: string;
  /** What it is about, mostly; `step` where it is drawn, if it is. */
  readonly element: { readonly type: string; readonly key: string; readonly step?: string };
  /** «Il passo «Colloquio»». */
  readonly title: Words;
  readonly mine: MergeSide;
  readonly theirs: MergeSide;
}

/** One about everything has a name of its own. */
export function idOf(group: Group): string {
  return group.has(PATHWAY) ? PATHWAY : [...group].toSorted().join(' + ');
}

/** The conflicts in words, from the documents with one name for each thing. */
export function conflictsOf(
  [base, mine, theirs]: readonly [PathwayDocument, PathwayDocument, PathwayDocument],
  rows: readonly Row[],
  groups: readonly Group[],
): readonly MergeConflict[] {
  const deeds = { mine: deedsOf(base, mine), theirs: deedsOf(base, theirs) };
  return groups.map((group) => {
    const concerned = rows.filter(({ id }) => group.has(id));
    const about = group.has(PATHWAY) ? PATHWAY : principal(concerned);
    const documents = [base, mine, theirs] as const;
    const { title, element } = elementTitle(documents, about);
    const side = (name: Side): MergeSide => ({
      did: toldOf(name, deeds[name], group, about, title),
      gives: givesOf(name, concerned, about, title),
    });
    return { id: idOf(group), element, title, mine: side('mine'), theirs: side('theirs') };
  });
}

/** Every difference with the parts that it may be about. */
function deedsOf(before: PathwayDocument, after: PathwayDocument): readonly Deed[] {
  return compareDocuments(before, after).map((difference) => {
    const document = difference.kind === 'removed' ? before : after;
    return { difference, place: partAt(document, difference.element.path) };
  });
}

/** What was taken away, a step before anything in it; else the first that both changed. */
function principal(rows: readonly Row[]): string {
  const gone = rows.filter(
    ({ id, element, base, mine, theirs }) => id === element && base && !(mine && theirs),
  );
  const steps = gone.filter(({ id }) => id.startsWith('step/'));
  const asked = rows.find(({ merged }) => merged === 'asks');
  return (steps[0] ?? gone[0] ?? asked ?? rows[0])?.element ?? PATHWAY;
}
