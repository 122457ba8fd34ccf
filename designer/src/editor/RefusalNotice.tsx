import { Notification } from '@mantine/core';
import type { CommandRefusal } from '../commands/command.ts';
import classes from './editor.module.css';
import { useEditor } from './editor-context.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly refusal: Pick<CommandRefusal, 'words'> | undefined;
  readonly onClose: () => void;
}

/** Why the last command was not done. */
export function RefusalNotice({ refusal, onClose }: Props) {
  const { words } = useEditor();
  return (
    <div role="alert" className={classes.refusal}>
      {refusal && (
        <Notification
          color="orange"
          title={words(WORDS.refused)}
          onClose={onClose}
          closeButtonProps={{ 'aria-label': words(WORDS.close) }}
          withBorder
        >
          {words(refusal.words)}
        </Notification>
      )}
    </div>
  );
}
