import { Text } from '@mantine/core';
import { useEditor } from './editor-context.ts';
import type { SaveState } from './props.ts';
import { WORDS } from './words.ts';

const TROUBLES: ReadonlySet<SaveState> = new Set(['offline', 'busy', 'unkept', 'conflict']);

/** Whether what is drawn is kept. */
export function SaveMark() {
  const { saveState, words } = useEditor();
  if (!saveState) return null;
  const isTrouble = TROUBLES.has(saveState);
  return (
    <Text size="xs" c={isTrouble ? 'orange.8' : 'dimmed'} role="status">
      {words(WORDS.saved[saveState])}
    </Text>
  );
}
