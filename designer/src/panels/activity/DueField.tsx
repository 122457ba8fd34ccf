import { Checkbox, Stack, Text } from '@mantine/core';
import { durationWords } from '../../duration-words.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { isoDuration, spanOf } from '../duration.ts';
import { DurationInput } from '../fields/DurationInput.tsx';
import { useTyped } from '../fields/useTyped.ts';
import { type PartProps, withInput } from './part.ts';
import { ACTIVITY } from './words.ts';

const USUAL = { count: 7, unit: 'days' } as const;

/** Until when the activity is to be done, counted from its opening. */
export function DueField({ input, onChange }: PartProps) {
  const { words, isReadOnly } = useEditor();
  const { due } = input;
  const span = due === undefined ? USUAL : (spanOf(due) ?? USUAL);
  const typed = useTyped(span, (next) => onChange(withInput(input, 'due', isoDuration(next))));
  const isOther = due !== undefined && spanOf(due) === undefined;
  return (
    <Stack gap="xs">
      <Checkbox
        size="sm"
        label={words(ACTIVITY.hasDue)}
        checked={due !== undefined}
        disabled={isReadOnly}
        onChange={(event) => {
          const next = event.currentTarget.checked ? isoDuration(USUAL) : undefined;
          typed.forget();
          onChange(withInput(input, 'due', next));
        }}
      />
      {isOther && (
        <Text size="sm">
          {words(ACTIVITY.dueOther)}: {words(durationWords(due))}
        </Text>
      )}
      {due !== undefined && (
        <DurationInput
          label={words(ACTIVITY.due)}
          value={typed.value}
          onChange={typed.type}
          onLeave={typed.flush}
        />
      )}
    </Stack>
  );
}
