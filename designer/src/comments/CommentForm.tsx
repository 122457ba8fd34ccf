import { Alert, Button, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { WORDS } from './words.ts';

const LENGTH_MAX = 2000;

interface Props {
  readonly label: string;
  readonly action: string;
  /** Keeps the text where it fails. */
  readonly onSend: (text: string) => Promise<void>;
}

/** Where a comment or an answer is written. */
export function CommentForm({ label, action, onSend }: Props) {
  const { words } = useEditor();
  const [text, setText] = useState('');
  const [state, setState] = useState<'idle' | 'sending' | 'failed'>('idle');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim() || state === 'sending') return;
    setState('sending');
    try {
      await onSend(text.trim());
      setText('');
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="xs" align="flex-start">
        <Textarea
          w="100%"
          size="sm"
          autosize
          minRows={2}
          maxLength={LENGTH_MAX}
          label={label}
          description={words(WORDS.noYouths)}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {state === 'failed' && (
          <Alert color="orange" role="alert">
            {words(WORDS.failed)}
          </Alert>
        )}
        <Button type="submit" size="sm" loading={state === 'sending'}>
          {action}
        </Button>
      </Stack>
    </form>
  );
}
