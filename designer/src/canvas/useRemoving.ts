import { useEditor } from '../editor/editor-context.ts';
import { NOTHING } from '../editor/selection.ts';
import type { MapNode } from '../map/map-nodes.ts';
import { removeSteps } from './removal.ts';
import { arrowCountOf } from './transitions-between.ts';
import { WORDS } from './words.ts';

/** Takes away what is chosen; says what went with it. */
export function useRemoving(
  steps: readonly MapNode[],
  selected: ReadonlySet<string>,
  notify: (text: string) => void,
) {
  const { document, language, selection, run, runAll, select, words } = useEditor();
  return () => {
    if (selection.kind === 'transition') {
      const { ok } = run('remove-transition', { transition: selection.place });
      if (ok) notify(`${words(WORDS.removed)}: ${words(WORDS.oneArrow)}.`);
      return;
    }
    if (selection.kind === 'activity') {
      const { activity } = selection;
      const { ok } = run('remove-activity', { activity });
      if (ok) notify(`${words(WORDS.removed)}: ${words(WORDS.oneActivity)}.`);
      return;
    }
    const commands = removeSteps(steps, selected);
    if (commands.length === 0) return;
    const result = runAll(commands);
    if (!result.ok) return;
    const names = steps
      .filter(({ key }) => selected.has(key))
      .map(({ label }) => `«${label[language]}»`);
    const said = names.length > 3 ? `${names.length} ${words(WORDS.steps)}` : names.join(', ');
    const arrows = words(arrowsWords(arrowCountOf(document, selected)));
    notify([`${words(WORDS.removed)}: ${said}`, arrows].filter(Boolean).join(' '));
    select(NOTHING);
  };
}

function arrowsWords(count: number): { it: string; en: string } {
  if (count === 0) return { it: '', en: '' };
  if (count === 1) return { it: 'e un passaggio', en: 'and one arrow' };
  return { it: `e ${count} passaggi`, en: `and ${count} arrows` };
}
