import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import { StepDialog } from '../canvas/StepDialog.tsx';
import { StepMenu } from '../canvas/StepMenu.tsx';
import { useStepTools } from '../canvas/useStepTools.ts';
import { useEditor } from '../editor/editor-context.ts';
import type { OutlineRow } from './outline-rows.ts';
import { useLineSteps } from './useLineSteps.ts';
import { WORDS } from './words.ts';

interface Props {
  /** The line that the keys are at: without chosen steps the menu is about its step. */
  readonly here: OutlineRow;
  /** Opened by its key, too. */
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  /** Gives the focus back to the line. */
  readonly refocus: () => void;
}

/** The same menu as on the drawing: everything else that can be done with steps. */
export function StepMenuButton({ here, isOpen, setOpen, refocus }: Props) {
  const { words } = useEditor();
  const { steps, selected } = useLineSteps(here);
  const tools = useStepTools(steps, selected, refocus);
  const button = useRef<HTMLButtonElement>(null);
  // Opened by its key from a line far below, the menu would hang on a button that is out of view.
  useLayoutEffect(() => {
    if (isOpen) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <>
      <Menu
        opened={isOpen}
        onChange={setOpen}
        shadow="md"
        position="bottom-start"
        transitionProps={{ duration: 0 }}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <Button
            ref={button}
            size="sm"
            variant="light"
            leftSection={<IconDots size={16} aria-hidden />}
            aria-keyshortcuts="M"
          >
            {words(WORDS.more)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
          {isOpen && <StepMenu chosen={tools.chosen} onCommand={tools.start} />}
        </Menu.Dropdown>
      </Menu>
      <StepDialog tools={tools} />
    </>
  );
}
