import type { NodeChange } from '@xyflow/react';
import { useMemo } from 'react';
import { findTransition } from '../commands/transitions/place.ts';
import { targetOf } from '../document-steps.ts';
import { type Editor, useEditor } from '../editor/editor-context.ts';
import { stepsSelected } from '../editor/selection.ts';
import type { CanvasNode } from './canvas-nodes.ts';

/** The editor's selection as the drawing shows it. */
export function useSelecting() {
  const { selection, document, select } = useEditor();
  const selected = useMemo((): ReadonlySet<string> => {
    if (selection.kind === 'steps') return new Set(selection.steps);
    return new Set(selection.kind === 'activity' ? [selection.step] : []);
  }, [selection]);
  const chosen = useMemo(() => chosenArrow(selection, document), [selection, document]);
  return { selected, chosen, onSelectChanges: changeSelection(selected, select) };
}

function chosenArrow(
  selection: Editor['selection'],
  document: Editor['document'],
): string | undefined {
  if (selection.kind !== 'transition') return undefined;
  const found = findTransition(document, selection.place);
  const to = 'code' in found ? undefined : targetOf(found);
  return to === undefined ? undefined : `${selection.place.from} ${to}`;
}

function changeSelection(selected: ReadonlySet<string>, select: Editor['select']) {
  return (changes: readonly NodeChange<CanvasNode>[]) => {
    const next = new Set(selected);
    for (const change of changes) {
      if (change.type !== 'select') continue;
      if (change.selected) next.add(change.id);
      else next.delete(change.id);
    }
    const isSame = next.size === selected.size && [...next].every((key) => selected.has(key));
    if (!isSame) select(stepsSelected(...next));
  };
}
