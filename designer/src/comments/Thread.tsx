import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import type { Collaboration, DraftComment } from '../editor/props.ts';
import { stepsSelected } from '../editor/selection.ts';
import { CommentForm } from './CommentForm.tsx';
import type { CommentThread } from './comment-threads.ts';
import classes from './comments.module.css';
import { WORDS } from './words.ts';

interface Props {
  readonly thread: CommentThread;
  readonly collaboration: Collaboration;
}

/** One comment with what was answered, and whether it is settled. */
export function Thread({ thread: { head, replies }, collaboration }: Props) {
  const { words, isReadOnly } = useEditor();
  const [isReplying, setReplying] = useState(false);
  const isResolved = head.resolvedBy !== undefined;
  return (
    <article className={classes.thread} data-resolved={isResolved || undefined}>
      <About step={head.step} />
      {[head, ...replies].map((one) => (
        <Said key={one.id} comment={one} collaboration={collaboration} />
      ))}
      {isResolved && (
        <Text size="sm" c="dimmed">
          {words(WORDS.resolvedBy)} {head.resolvedBy}
        </Text>
      )}
      {!isReadOnly && (
        <Group gap="xs">
          {!isResolved && (
            <Button size="compact-sm" variant="light" onClick={() => setReplying(!isReplying)}>
              {words(WORDS.reply)}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => void collaboration.onResolve(head.id, !isResolved)}
          >
            {words(isResolved ? WORDS.reopen : WORDS.resolve)}
          </Button>
        </Group>
      )}
      {isReplying && !isReadOnly && (
        <CommentForm
          label={words(WORDS.reply)}
          action={words(WORDS.send)}
          onSend={async (text) => {
            await collaboration.onComment(text, { parent: head.id });
            setReplying(false);
          }}
        />
      )}
    </article>
  );
}

function About({ step }: Pick<DraftComment, 'step'>) {
  const { document, select, openRoom, words } = useEditor();
  if (step === undefined) return <Text size="sm">{words(WORDS.onWhole)}</Text>;
  const label = document.steps[step]?.label;
  if (!label) return <Text size="sm">{words(WORDS.gone)}</Text>;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      onClick={() => {
        select(stepsSelected(step));
        openRoom('comments');
      }}
    >
      {words(WORDS.onStep)} «{words(label)}»
    </Button>
  );
}

function Said({
  comment,
  collaboration,
}: {
  readonly comment: DraftComment;
  readonly collaboration: Collaboration;
}) {
  const { words, language, installation, isReadOnly } = useEditor();
  const at = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: installation.timeZone,
  }).format(new Date(comment.at));
  return (
    <div className={classes.said}>
      <Text size="sm">
        <strong>{comment.author.name}</strong> <span className={classes.at}>{at}</span>
      </Text>
      <p className={classes.text}>{comment.text}</p>
      {!isReadOnly && comment.author.id === collaboration.self.id && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={() => void collaboration.onDelete(comment.id)}
        >
          {words(WORDS.remove)}
        </Button>
      )}
    </div>
  );
}
