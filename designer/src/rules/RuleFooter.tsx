import { Button, Group, Text } from '@mantine/core';
import { useId } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { CommandButton } from '../panels/fields/CommandButton.tsx';
import classes from './rules.module.css';
import type { RuleDraft } from './useRuleDraft.ts';
import { WORDS } from './words.ts';

interface Props {
  /** The rule that can be deleted; undefined for a new one. */
  readonly opened: string | undefined;
  readonly draft: RuleDraft;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly onRemoved: () => void;
}

/** What ends the work on a condition; one that isn't whole says what it lacks. */
export function RuleFooter({ opened, draft, onSave, onCancel, onRemoved }: Props) {
  const { words, isReadOnly } = useEditor();
  const reason = useId();
  const why = !draft.rule ? words(WORDS.notWhole) : draft.refusal;
  if (isReadOnly) return null;
  return (
    <div className={classes.footer}>
      {opened === undefined ? (
        <span />
      ) : (
        <CommandButton
          command="remove-rule"
          parameters={{ rule: opened }}
          variant="subtle"
          color="red"
          onDone={onRemoved}
        >
          {words(WORDS.removeRule)}
        </CommandButton>
      )}
      <Group gap="sm" justify="flex-end">
        {why && (
          <Text id={reason} size="sm" c="dimmed">
            {why}
          </Text>
        )}
        <Button variant="default" onClick={onCancel}>
          {words(WORDS.cancel)}
        </Button>
        <Button
          aria-disabled={why !== undefined}
          {...(why && { 'data-disabled': true, 'aria-describedby': reason })}
          onClick={() => why === undefined && onSave()}
        >
          {words(WORDS.save)}
        </Button>
      </Group>
    </div>
  );
}
