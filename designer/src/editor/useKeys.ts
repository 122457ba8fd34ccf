import type { KeyboardEvent } from 'react';
import { useEditor } from './editor-context.ts';

/** The keys that mean the same everywhere in the editor, but while something is typed. */
export function useKeys(): (event: KeyboardEvent) => void {
  const { undo, redo, mode, send } = useEditor();
  return (event) => {
    if (event.key === 'Escape' && mode === 'connect') return send({ type: 'finish' });
    if (isTyping(event.target) || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    const isUndo = key === 'z' && !event.shiftKey;
    const isRedo = (key === 'z' && event.shiftKey) || key === 'y';
    if (!isUndo && !isRedo) return;
    event.preventDefault();
    if (isUndo) undo();
    else redo();
  };
}

/** Undo in a text is the browser's own; a choice or a list has none. */
function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches(TYPED_IN);
}

const TYPED_IN =
  'textarea, [contenteditable], input:not([type="radio"], [type="checkbox"], [type="button"], [type="color"], [type="file"])';
