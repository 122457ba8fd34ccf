import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import type { PathwayDocument, Words } from '@percorso/engine';
import { type FormEvent, type ReactNode, useMemo } from 'react';
import { runSteps, type Step } from '../editor/edit-history.ts';
import { useEditor } from '../editor/editor-context.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly title: Words;
  readonly document: PathwayDocument;
  /** What would be run; nothing while an answer is missing. */
  readonly steps: readonly Step[] | undefined;
  /** Told as it changes, before the reason why it can't be done. */
  readonly status?: ReactNode;
  readonly children: ReactNode;
  readonly onConfirm: (steps: readonly Step[]) => void;
  readonly onClose: () => void;
}

/** Prepares an edit: what can't be done says so before it is tried, and can't be confirmed. */
export function EditDialog(props: Props) {
  const { title, document, steps, status, children, onConfirm, onClose } = props;
  const { words } = useEditor();
  const result = useMemo(() => steps && runSteps(document, steps), [document, steps]);
  const isReady = result?.ok === true;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && steps) onConfirm(steps);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words(title)}
      closeButtonProps={{ 'aria-label': words(WORDS.close) }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          {children}
          <div role="status">
            {status}
            {result?.ok === false && <Alert color="orange">{words(result.refusal.words)}</Alert>}
          </div>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {words(WORDS.cancel)}
            </Button>
            <Button
              type="submit"
              aria-disabled={!isReady}
              {...(!isReady && { 'data-disabled': true })}
            >
              {words(WORDS.confirm)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
