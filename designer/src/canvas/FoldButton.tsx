import type { Language } from '@percorso/engine';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useCanvasActions } from './canvas-actions.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly step: string;
  readonly label: string;
  readonly isFolded: boolean;
  readonly language: Language;
}

/** Hides the steps inside a group, on this screen only. */
export function FoldButton({ step, label, isFolded, language }: Props) {
  const { toggleFold } = useCanvasActions();
  const Icon = isFolded ? IconChevronRight : IconChevronDown;
  return (
    <button
      type="button"
      className="canvas-fold nodrag nopan"
      aria-expanded={!isFolded}
      aria-label={`${WORDS.inside[language]}: ${label}`}
      title={WORDS[isFolded ? 'unfold' : 'fold'][language]}
      onClick={(event) => {
        event.stopPropagation();
        toggleFold(step);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Icon size={18} aria-hidden />
    </button>
  );
}
