import { Text } from '@mantine/core';
import type { Language } from '@percorso/engine';
import { useEditor } from '../editor/editor-context.ts';
import { ruleSentence } from './rule-sentence.ts';

interface Props {
  readonly rule: string;
  /** The interface's language, unless another is asked for. */
  readonly language?: Language;
}

/** What a named rule says, to read. */
export function RuleSentence({ rule, language }: Props) {
  const editor = useEditor();
  const said = language ?? editor.language;
  return (
    <Text component="span" lang={said} inherit>
      {ruleSentence(editor.document, rule, said)}
    </Text>
  );
}
