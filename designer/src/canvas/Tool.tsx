import { ActionIcon, Tooltip } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { memo } from 'react';
import { useSteady } from './useSteady.ts';

interface Props {
  readonly label: string;
  readonly icon: Icon;
  readonly onClick: () => void;
}

/** One tool of the drawing: an icon that says what it does. Not drawn again at every edit. */
export function Tool({ onClick, ...shown }: Props) {
  return <Drawn {...shown} {...useSteady({ onClick })} />;
}

const Drawn = memo(function Drawn({ label, icon: Sign, onClick }: Props) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" size="lg" aria-label={label} onClick={onClick}>
        <Sign size={20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
});
