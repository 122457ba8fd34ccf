import { Checkbox, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { stepOf } from '../editor/selection.ts';
import { CommentForm } from './CommentForm.tsx';
import { commentThreads } from './comment-threads.ts';
import { Thread } from './Thread.tsx';
import { WORDS } from './words.ts';

/** What coordinators say about the draft: on the chosen step, or on the whole. */
export function CommentsRoom() {
  const { collaboration, selection, document, words, isReadOnly } = useEditor();
  const [hasResolved, setResolved] = useState(false);
  if (!collaboration) return null;
  const step = stepOf(selection);
  const label = step === undefined ? undefined : document.steps[step]?.label;
  const threads = commentThreads(collaboration.comments, step);
  const shown = hasResolved ? threads : threads.filter(({ head }) => head.resolvedBy === undefined);
  const about = label ? `${words(WORDS.onStep)} «${words(label)}»` : words(WORDS.onWhole);
  return (
    <Stack>
      <Title order={2} size="h4">
        {words(WORDS.title)}
      </Title>
      {!isReadOnly && (
        <CommentForm
          label={`${words(WORDS.write)}: ${about}`}
          action={words(WORDS.send)}
          onSend={(text) => collaboration.onComment(text, label && step ? { step } : {})}
        />
      )}
      {threads.length > 0 && (
        <Checkbox
          size="sm"
          label={words(WORDS.resolvedShown)}
          checked={hasResolved}
          onChange={(event) => setResolved(event.currentTarget.checked)}
        />
      )}
      {shown.length === 0 && <Text c="dimmed">{words(WORDS.none)}</Text>}
      {shown.map((thread) => (
        <Thread key={thread.head.id} thread={thread} collaboration={collaboration} />
      ))}
    </Stack>
  );
}
