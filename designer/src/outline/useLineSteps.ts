import { useMemo } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { type MapNode, mapNodes } from '../map/map-nodes.ts';
import type { OutlineRow } from './outline-rows.ts';

/** All steps, and those that a command of the list is about: the chosen ones, or the line's own. */
export function useLineSteps(here: OutlineRow | undefined): {
  readonly steps: readonly MapNode[];
  readonly selected: ReadonlySet<string>;
} {
  const { document, selection } = useEditor();
  const steps = useMemo(() => mapNodes(document), [document]);
  const chosen = selection.kind === 'steps' ? selection.steps : [];
  const about = chosen.length > 0 ? chosen.join() : (here?.step ?? '');
  const selected = useMemo(() => new Set(about.split(',').filter(Boolean)), [about]);
  return { steps, selected };
}
