import { Button, CloseButton } from '@mantine/core';
import { useEffect } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly text: string | undefined;
  readonly onClose: () => void;
}

/** Long enough to be read twice, and it can be closed before. */
const SHOWN_MS = 8000;

/** What was just done, and the way back. */
export function Notice({ text, onClose }: Props) {
  const { undo, undoLabel, words } = useEditor();
  useEffect(() => {
    if (!text) return;
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text, onClose]);
  return (
    <div role="status" className="canvas-notice-place">
      {text && (
        <div className="canvas-notice">
          <span>{text}</span>
          {undoLabel && (
            <Button
              size="compact-sm"
              variant="white"
              onClick={() => {
                undo();
                onClose();
              }}
            >
              {words(WORDS.undo)}
            </Button>
          )}
          <CloseButton variant="transparent" aria-label={words(WORDS.close)} onClick={onClose} />
        </div>
      )}
    </div>
  );
}
