import { Button, Group, Text } from '@mantine/core';
import { BuildFooter } from '../editor/BuildDialog.tsx';
import { useEditor } from '../editor/editor-context.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly maySave: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly onStay: () => void;
}

/** Asked before something that was built and not saved is left. */
export function LeaveQuestion({ maySave, onSave, onDiscard, onStay }: Props) {
  const { words } = useEditor();
  return (
    <BuildFooter role="alertdialog" aria-labelledby="leave-title">
      <div>
        <Text id="leave-title" fw={600}>
          {words(WORDS.unsaved)}
        </Text>
        <Text size="sm">{words(WORDS.unsavedHelp)}</Text>
      </div>
      <Group gap="sm">
        <Button variant="default" onClick={onStay} autoFocus>
          {words(WORDS.stay)}
        </Button>
        <Button variant="light" color="red" onClick={onDiscard}>
          {words(WORDS.discard)}
        </Button>
        {maySave && <Button onClick={onSave}>{words(WORDS.save)}</Button>}
      </Group>
    </BuildFooter>
  );
}
