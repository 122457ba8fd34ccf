import type { Words } from '@percorso/engine';
import { useState } from 'react';
import type { CommandResult } from '../../commands/command.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { WORDS } from '../words.ts';
import { LanguagePairInput, type LanguagePairProps } from './LanguagePairInput.tsx';
import { completed, EMPTY_WORDS } from './language-pair.ts';
import { useTyped } from './useTyped.ts';

type Shown = Pick<
  LanguagePairProps,
  'label' | 'description' | 'isLong' | 'lengthMax' | 'onFocusLanguage'
>;

interface Props extends Shown {
  readonly value: Words | undefined;
  readonly onCommit: (value: Words) => CommandResult | undefined;
  /** What to do when both are emptied; without it a text is needed. */
  readonly onClear?: (() => CommandResult | undefined) | undefined;
}

/** A text of the document in both languages, which is an edit when it is left. */
export function WordsField({ value, onCommit, onClear, ...shown }: Props) {
  const { words } = useEditor();
  const [isMissing, setMissing] = useState(false);
  const typed = useTyped(value ?? EMPTY_WORDS, (next) => {
    const whole = completed(next);
    setMissing(!whole && !onClear && value !== undefined);
    if (!whole) return value && onClear ? onClear() : undefined;
    return isSame(whole, value) ? undefined : onCommit(whole);
  });
  const { refusal } = typed;
  return (
    <LanguagePairInput
      {...shown}
      value={typed.value}
      onChange={typed.type}
      onLeave={typed.flush}
      error={refusal ? words(refusal) : isMissing ? words(WORDS.needed) : undefined}
      onKeyDown={(event) => {
        const isTextarea = event.target instanceof HTMLTextAreaElement;
        if (event.key === 'Enter' && (!isTextarea || event.ctrlKey)) typed.flush();
        if (event.key === 'Escape') typed.forget();
      }}
    />
  );
}

function isSame(one: Words, other: Words | undefined): boolean {
  return one.it === other?.it && one.en === other.en;
}
