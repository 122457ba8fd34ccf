import { Checkbox, Group } from '@mantine/core';
import { ROLES, type Role } from '@percorso/engine';
import { useEditor } from '../../editor/editor-context.ts';
import { ROLE_WORDS } from '../named-words.ts';

interface Props {
  readonly label: string;
  readonly value: readonly Role[];
  readonly onChange: (roles: readonly Role[]) => void;
}

/** Who may do something. */
export function RoleChecks({ label, value, onChange }: Props) {
  const { words, isReadOnly } = useEditor();
  return (
    <Checkbox.Group
      size="sm"
      label={label}
      value={[...value]}
      readOnly={isReadOnly}
      // In the order of the roles, whatever the order of the clicks.
      onChange={(chosen) => onChange(ROLES.filter((role) => chosen.includes(role)))}
    >
      <Group gap="xs" mt={4}>
        {ROLES.map((role) => (
          <Checkbox key={role} size="sm" value={role} label={words(ROLE_WORDS[role])} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
