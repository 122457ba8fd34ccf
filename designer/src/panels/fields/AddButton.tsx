import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEditor } from '../../editor/editor-context.ts';

interface Props {
  readonly label: string;
  readonly onClick: () => void;
}

/** Adds one more to a list. */
export function AddButton({ label, onClick }: Props) {
  const { isReadOnly } = useEditor();
  if (isReadOnly) return null;
  return (
    <Button
      variant="default"
      size="sm"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
