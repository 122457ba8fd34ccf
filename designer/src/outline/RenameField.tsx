import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly step: string;
  readonly onDone: () => void;
}

/** A step's name in the interface's language, to be written over. */
export function RenameField({ step, onDone }: Props) {
  const { document, language, run, words } = useEditor();
  const label = document.steps[step]?.label ?? { it: step, en: step };
  const [text, setText] = useState(label[language]);
  const isLeft = useRef(false);
  const leave = (isKept: boolean) => {
    if (isLeft.current) return;
    isLeft.current = true;
    const name = text.trim();
    if (isKept && name && name !== label[language]) {
      // Two equal texts were one that is not translated yet: it stays so.
      const isSame = label.it === label.en;
      const next = isSame ? { it: name, en: name } : { ...label, [language]: name };
      run('set-step-label', { step, label: next });
    }
    onDone();
  };
  return (
    <TextInput
      size="sm"
      aria-label={words(WORDS.rename)}
      value={text}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => leave(true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave(true);
        if (event.key === 'Escape') leave(false);
        event.stopPropagation();
      }}
    />
  );
}
