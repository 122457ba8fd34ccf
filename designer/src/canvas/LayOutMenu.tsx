import { Button, Menu } from '@mantine/core';
import { IconLayoutDistributeHorizontal } from '@tabler/icons-react';
import { useEditor } from '../editor/editor-context.ts';
import { MENU } from './menu-props.ts';
import type { useLayOut } from './useLayOut.ts';
import { WORDS } from './words.ts';

/** The automatic layout: only as far as needed, or all anew. It can be stopped. */
export function LayOutMenu({ layOut }: { readonly layOut: ReturnType<typeof useLayOut> }) {
  const { words } = useEditor();
  const icon = <IconLayoutDistributeHorizontal size={20} aria-hidden />;
  if (layOut.isBusy) {
    return (
      <Button size="compact-md" variant="subtle" leftSection={icon} onClick={layOut.stop}>
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
        <Menu.Item data-autofocus onClick={() => void layOut.start(false)}>
          {words(WORDS.layOutNear.label)}
          <span className="canvas-why">{words(WORDS.layOutNear.help)}</span>
        </Menu.Item>
        <Menu.Item onClick={() => void layOut.start(true)}>
          {words(WORDS.layOutFresh.label)}
          <span className="canvas-why">{words(WORDS.layOutFresh.help)}</span>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
