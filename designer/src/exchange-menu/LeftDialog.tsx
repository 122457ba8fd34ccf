import { Button, Group, Modal, Text } from '@mantine/core';
import { useEditor } from '../editor/editor-context.ts';
import type { Left } from '../exchange/index.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly left: readonly Left[];
  readonly onClose: () => void;
}

/** What the other format could not take: listed, not dropped in silence. */
export function LeftDialog({ left, onClose }: Props) {
  const { words } = useEditor();
  return (
    <Modal
      opened
      onClose={onClose}
      title={words(WORDS.leftTitle)}
      closeButtonProps={{ 'aria-label': words(WORDS.close) }}
    >
      <Text>{words(WORDS.leftLead)}</Text>
      <ul>
        {left.map((one) => (
          <li key={`${one.path} ${one.words.it}`}>{words(one.words)}</li>
        ))}
      </ul>
      <Group justify="flex-end">
        <Button onClick={onClose}>{words(WORDS.close)}</Button>
      </Group>
    </Modal>
  );
}
