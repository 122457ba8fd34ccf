import { Button, Menu } from '@mantine/core';
import { IconLayoutDistributeHorizontal } from '@tabler/icons-react';
import { memo } from 'react';
import { useSpeech } from '../editor/editor-context.ts';
import { MENU } from './menu-props.ts';
import type { useLayOut } from './useLayOut.ts';
import { WORDS } from './words.ts';

/** The automatic layout: only as far as needed, or all anew. It can be stopped. */
export const LayOutMenu = memo(function LayOutMenu({
  isBusy,
  start,
  stop,
}: ReturnType<typeof useLayOut>) {
  const { words } = useSpeech();
  const icon = <IconLayoutDistributeHorizontal size={20} aria-hidden />;
  if (isBusy) {
    return (
      <Button size="compact-md" variant="subtle" leftSection={icon} onClick={stop}>
        {words(WORDS.stopLayOut)}
      </Button>
    );
  }
  return (
    <Menu position="bottom-start" width={300} {...MENU}>
      <Menu.Target>
        <Button size="compact-md" variant="subtle" leftSection={icon}>
          {words(WORDS.layOut)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item data-autofocus onClick={() => void start(false)}>
          {words(WORDS.layOutNear.label)}
          <span className="canvas-why">{words(WORDS.layOutNear.help)}</span>
        </Menu.Item>
        <Menu.Item onClick={() => void start(true)}>
          {words(WORDS.layOutFresh.label)}
          <span className="canvas-why">{words(WORDS.layOutFresh.help)}</span>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
});
