import { useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';

/** A step's name being written over, in the interface's language. */
export function useRenaming() {
  const { document, language, run } = useEditor();
  const [renaming, startRenaming] = useState<string>();
  const rename = (step: string, text: string) => {
    startRenaming(undefined);
    const label = document.steps[step]?.label;
    const name = text.trim();
    if (!label || !name || name === label[language]) return;
    // Two equal texts were one that is not translated yet: it stays so.
    const isSame = label.it === label.en;
    const next = isSame ? { it: name, en: name } : { ...label, [language]: name };
    run('set-step-label', { step, label: next });
  };
  return { renaming, startRenaming, rename };
}
