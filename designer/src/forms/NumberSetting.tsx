import { TextInput } from '@mantine/core';
import type { CommandResult } from '../commands/command.ts';
import { useEditor } from '../editor/editor-context.ts';
import { useTyped } from '../panels/fields/useTyped.ts';
import { numberIn, numberText } from './number-text.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly label: string;
  readonly value: number | undefined;
  /** Undefined where the field was emptied. */
  readonly onCommit: (value: number | undefined) => CommandResult;
}

/** A number of the document, or none; it is an edit when it is left. */
export function NumberSetting({ label, value, onCommit }: Props) {
  const { language, words, isReadOnly } = useEditor();
  const shown = value === undefined ? '' : numberText(value, language);
  const typed = useTyped(shown, (text) => {
    const number = numberIn(text);
    if (number === value) return undefined;
    if (number !== undefined || text.trim() === '') return onCommit(number);
    const refusal = { code: 'parameters-wrong', words: WORDS.numberNeeded } as const;
    return { ok: false, refusal };
  });
  return (
    <TextInput
      size="sm"
      label={label}
      inputMode="decimal"
      autoComplete="off"
      readOnly={isReadOnly}
      value={typed.value}
      error={typed.refusal && words(typed.refusal)}
      onChange={({ currentTarget }) => typed.type(currentTarget.value)}
      onBlur={typed.flush}
      onKeyDown={(event) => event.key === 'Enter' && typed.flush()}
    />
  );
}
