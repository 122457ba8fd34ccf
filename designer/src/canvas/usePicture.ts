import { useMemo, useRef } from 'react';
import type { Editor } from '../editor/editor-context.ts';
import { type ArrowPath, arrowPaths } from '../map/arrow-paths.ts';
import { mapEdges } from '../map/map-edges.ts';
import { type MapNode, mapNodes } from '../map/map-nodes.ts';
import { drawnSteps, problemsByStep, type StepMarks } from './drawn-steps.ts';
import type { Moves } from './drop.ts';
import { folded, foldedArrows } from './folded.ts';
import { inReadingOrder } from './reading-order.ts';
import { keptSame } from './same-content.ts';

/** What the document looks like, with some groups folded; made anew only when that changes. */
export function usePicture(
  { document, language, installation }: Editor,
  foldedGroups: ReadonlySet<string>,
) {
  const { organisations } = installation;
  const all = useMemo(() => inReadingOrder(mapNodes(document)), [document]);
  const drawn = useMemo(
    () => drawnSteps(document, all, language, organisations),
    [document, all, language, organisations],
  );
  const arrows = useMemo(() => mapEdges(document), [document]);
  return useMemo(() => {
    const { steps, hiddenCounts, standIns } = folded(all, foldedGroups);
    return {
      all,
      steps,
      drawn,
      hiddenCounts,
      standIns,
      arrows: foldedArrows(arrows, standIns),
    };
  }, [all, drawn, arrows, foldedGroups]);
}

export type Picture = ReturnType<typeof usePicture>;

/** What checks, colleagues and other rooms say of a step. */
export function useMarks(editor: Editor): (key: string) => StepMarks {
  const { checked, collaboration, counts, deviationCounts, overlay } = editor;
  const problems = useMemo(() => problemsByStep(checked.findings), [checked.findings]);
  const comments = useMemo(() => {
    const open = (collaboration?.comments ?? []).filter(
      ({ parent, resolvedBy }) => parent === undefined && resolvedBy === undefined,
    );
    return Map.groupBy(open, ({ step }) => step);
  }, [collaboration?.comments]);
  return useMemo(() => {
    const present = new Set(overlay.presentSteps);
    const walked = new Set(overlay.walkedSteps);
    return (key) => ({
      problemCount: problems.get(key)?.count ?? 0,
      severity: problems.get(key)?.severity,
      commentCount: comments.get(key)?.length ?? 0,
      youthCount: counts?.[key],
      deviationCount: deviationCounts.get(key),
      walk: present.has(key) ? 'present' : walked.has(key) ? 'walked' : undefined,
      change: overlay.changes?.[key],
    });
  }, [problems, comments, counts, deviationCounts, overlay]);
}

/** The list with the objects of the last time wherever they say the same. */
export function useKept<T extends { readonly id: string }>(next: readonly T[]): T[] {
  const former = useRef<ReadonlyMap<string, T>>(new Map());
  return useMemo(() => {
    const kept = keptSame(former.current, next);
    former.current = new Map(kept.map((one) => [one.id, one]));
    return kept;
  }, [next]);
}

/** While steps are dragged only their own arrows find new ways: the others wait for the end. */
export function movedPaths(
  settled: ReadonlyMap<string, ArrowPath>,
  steps: readonly MapNode[],
  arrows: Picture['arrows'],
  moves: Moves,
): ReadonlyMap<string, ArrowPath> {
  if (moves.size === 0) return settled;
  const moved = new Set<string>();
  for (const { key, parent } of steps) {
    if (moves.has(key) || (parent !== undefined && moved.has(parent))) moved.add(key);
  }
  const own = arrows.filter(({ from, to }) => moved.has(from) || moved.has(to));
  const drawn = steps.map((step) => ({ ...step, ...moves.get(step.key) }));
  return new Map([...settled, ...arrowPaths(drawn, own)]);
}
