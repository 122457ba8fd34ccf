import { Text } from '@mantine/core';
import { useEditor } from './editor-context.ts';
import { WORDS } from './words.ts';

/** Whether what is drawn is kept. */
export function SaveMark() {
  const { saveState, words } = useEditor();
  if (!saveState) return null;
  const isTrouble = saveState === 'offline' || saveState === 'conflict';
  return (
    <Text size="xs" c={isTrouble ? 'orange.8' : 'dimmed'} role="status">
      {words(WORDS.saved[saveState])}
    </Text>
  );
}
