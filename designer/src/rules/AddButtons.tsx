import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { useBuilder } from './builder-context.ts';
import { type Draft, newCondition, newGroup, newReference } from './draft.ts';
import { withAdded } from './draft-edits.ts';
import { hasRoom } from './extent.ts';
import { WORDS } from './words.ts';

/** One more condition in a group: of its own, a group, or one that has been written before. */
export function AddButtons({ group }: { readonly group: number }) {
  const { draft, edit, rules } = useBuilder();
  const { document, words, isReadOnly } = useEditor();
  const reason = useId();
  if (isReadOnly) return null;
  const isFull = !hasRoom(document, draft, group);
  const add = (part: Draft, focused: Draft) => {
    if (isFull) return;
    const focus = { part: focused.id, control: 'first' } as const;
    edit((whole) => withAdded(whole, group, part), words(WORDS.added), focus);
  };
  const choices = [
    { label: WORDS.condition, onClick: () => addOne(newCondition()) },
    {
      label: WORDS.group,
      onClick: () => {
        const inner = newCondition();
        add(newGroup('any', inner), inner);
      },
    },
    ...(rules.length > 0 ? [{ label: WORDS.named, onClick: () => addOne(newReference()) }] : []),
  ];
  const addOne = (part: Draft) => add(part, part);
  return (
    <div>
      <Group gap="xs">
        {choices.map(({ label, onClick }) => (
          <Button
            key={label.it}
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={16} aria-hidden />}
            aria-label={`${words(WORDS.add)}: ${words(label).toLowerCase()}`}
            aria-disabled={isFull}
            {...(isFull && { 'data-disabled': true, 'aria-describedby': reason })}
            onClick={onClick}
          >
            {words(label)}
          </Button>
        ))}
      </Group>
      {isFull && (
        <Text id={reason} size="sm" c="dimmed" mt={4}>
          {words(WORDS.noRoom)}
        </Text>
      )}
    </div>
  );
}
