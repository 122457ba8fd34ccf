import { IconArrowRampRight } from '@tabler/icons-react';
import { Tool } from '../canvas/Tool.tsx';
import { useEditor } from '../editor/editor-context.ts';
import { WORDS } from './words.ts';

/** Among the drawing's tools: shows and hides the marks of where youths left the arrows. */
export function DeviationsControl() {
  const { deviations, areDeviationsShown, showDeviations, words } = useEditor();
  if (typeof deviations !== 'object') return null;
  return (
    <Tool
      icon={IconArrowRampRight}
      label={words(areDeviationsShown ? WORDS.hideMarks : WORDS.showMarks)}
      onClick={() => showDeviations(!areDeviationsShown)}
    />
  );
}
