import { Avatar, Tooltip } from '@mantine/core';
import { useEditor } from './editor-context.ts';
import { WORDS } from './words.ts';

const SHOWN_MAX = 4;

/** Who else has the draft open now. */
export function People() {
  const { collaboration, words } = useEditor();
  const people = collaboration?.people ?? [];
  if (people.length === 0) return null;
  const names = people.map(({ name }) => name).join(', ');
  const label = `${words(WORDS.present)}: ${names}`;
  return (
    <Tooltip label={label}>
      <Avatar.Group role="img" aria-label={label} tabIndex={0}>
        {people.slice(0, SHOWN_MAX).map(({ id, name }) => (
          <Avatar key={id} size="md" color="blue" name={name} aria-hidden />
        ))}
        {people.length > SHOWN_MAX && (
          <Avatar size="md" aria-hidden>
            +{people.length - SHOWN_MAX}
          </Avatar>
        )}
      </Avatar.Group>
    </Tooltip>
  );
}
