import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEditor } from '../editor/editor-context.ts';
import { ConnectForm } from './connect/ConnectForm.tsx';
import { CONNECT } from './connect/words.ts';
import { WORDS } from './words.ts';

/** Asks what makes a youth go from one step to another, once an arrow has been begun. */
export function ConnectDialog() {
  const { mode, drawing, send, words } = useEditor();
  const isNarrow = useMediaQuery('(max-width: 48em)');
  const isOpen = mode === 'connect' && drawing.isAsking && drawing.from !== undefined;
  return (
    <Modal
      opened={isOpen}
      onClose={() => send({ type: 'finish' })}
      // A closed dialog of full size would lie over the page.
      fullScreen={isOpen && isNarrow === true}
      title={words(CONNECT.title)}
      closeButtonProps={{ 'aria-label': words(WORDS.close) }}
      transitionProps={{ duration: 0 }}
    >
      {isOpen && drawing.from !== undefined && (
        <ConnectForm key={drawing.from} from={drawing.from} to={drawing.to} />
      )}
    </Modal>
  );
}
