import { waysOf } from '../commands/edit/targets.ts';
import { useEditor } from '../editor/editor-context.ts';
import { removalOf } from '../editor/removal-of.ts';
import { NOTHING, stepsSelected } from '../editor/selection.ts';
import type { MapNode } from '../map/map-nodes.ts';
import { topsOf } from './tops.ts';
import { WORDS } from './words.ts';

/** Takes away what is chosen; says what went with it. */
export function useRemoving(
  steps: readonly MapNode[],
  selected: ReadonlySet<string>,
  notify: (text: string) => void,
) {
  const { document, selection, runAll, select, words } = useEditor();
  return () => {
    const tops = topsOf(steps, selected);
    const chosen =
      selection.kind === 'steps' ? stepsSelected(...tops.map(({ key }) => key)) : selection;
    const commands = removalOf(document, chosen);
    if (commands.length === 0) return;
    const result = runAll(commands);
    if (!result.ok) return;
    if (chosen.kind === 'steps') {
      const gone = waysOf(document).length - waysOf(result.document).length;
      notify(`${words(WORDS.removed)}: ${words(stepsWords(tops))}${words(arrowsWords(gone))}.`);
    } else {
      const what = chosen.kind === 'activity' ? WORDS.oneActivity : WORDS.oneArrow;
      notify(`${words(WORDS.removed)}: ${words(what)}.`);
    }
    select(NOTHING);
  };
}

function stepsWords(steps: readonly MapNode[]): { it: string; en: string } {
  if (steps.length > 3) return { it: `${steps.length} passi`, en: `${steps.length} steps` };
  return {
    it: steps.map(({ label }) => `«${label.it}»`).join(', '),
    en: steps.map(({ label }) => `“${label.en}”`).join(', '),
  };
}

function arrowsWords(count: number): { it: string; en: string } {
  if (count <= 0) return { it: '', en: '' };
  if (count === 1) return { it: ' e un passaggio', en: ' and one arrow' };
  return { it: ` e ${count} passaggi`, en: ` and ${count} arrows` };
}
