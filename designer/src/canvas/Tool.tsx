import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** One tool of the drawing: an icon that says what it does. */
export function Tool({ label, onClick, children }: Props) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" size="lg" aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
