import { Button, Group, Text } from '@mantine/core';
import { useId } from 'react';
import { BuildFooter } from '../editor/BuildDialog.tsx';
import { useEditor } from '../editor/editor-context.ts';
import type { RuleDraft } from './useRuleDraft.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly draft: RuleDraft;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** What ends the work on a condition; one that isn't whole says what it lacks. */
export function RuleFooter({ draft, onSave, onCancel }: Props) {
  const { words, isReadOnly } = useEditor();
  const reason = useId();
  const why = !draft.rule ? words(WORDS.notWhole) : draft.refusal;
  if (isReadOnly) return null;
  return (
    <BuildFooter>
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
    </BuildFooter>
  );
}
