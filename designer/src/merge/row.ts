import { mergePart } from './merge-part.ts';
import type { Part, Parts } from './part.ts';

export type Side = 'mine' | 'theirs';

/** One part in the three documents, and what comes out of it when nobody is asked. */
export interface Row {
  readonly id: string;
  readonly element: string;
  readonly base: Part | undefined;
  readonly mine: Part | undefined;
  readonly theirs: Part | undefined;
  /** Absent parts are undefined; `asks` where both changed it and only people can choose. */
  readonly merged: Part | undefined | 'asks';
}

/** Every part that any of the three has, in the order of mine, then of theirs. */
export function rowsOf(base: Parts, mine: Parts, theirs: Parts): readonly Row[] {
  const ids = new Set([...mine.keys(), ...theirs.keys(), ...base.keys()]);
  return [...ids].map((id) => {
    const sides = [base.get(id), mine.get(id), theirs.get(id)] as const;
    const { element } = (sides[1] ?? sides[2] ?? sides[0])!;
    const merged = mergedOf(...sides);
    return { id, element, base: sides[0], mine: sides[1], theirs: sides[2], merged };
  });
}

type Found = Part | undefined;

function mergedOf(base: Found, mine: Found, theirs: Found): Row['merged'] {
  if (mine?.text === theirs?.text || theirs?.text === base?.text) return mine;
  if (mine?.text === base?.text) return theirs;
  const { way } = (mine ?? theirs)!;
  const met = mergePart(way, base?.value, mine?.value, theirs?.value);
  if (!met) return 'asks';
  if (met.value === undefined) return undefined;
  const needs = [...new Set([...(mine?.needs ?? []), ...(theirs?.needs ?? [])])];
  return { ...(mine ?? theirs)!, value: met.value, needs };
}

/** Whether it matters which side it comes from. */
export function differs({ mine, theirs }: Row): boolean {
  return mine?.text !== theirs?.text;
}

export function isQuiet({ base, mine, theirs }: Row): boolean {
  return (mine ?? theirs ?? base)?.way === 'quiet';
}
