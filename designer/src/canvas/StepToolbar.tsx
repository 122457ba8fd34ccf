import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowGuide, IconCopy, IconDots, IconPlus, IconTrash } from '@tabler/icons-react';
import { NodeToolbar, Panel, Position } from '@xyflow/react';
import type { ReactNode, RefObject } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { isContainer } from './folded.ts';
import { MENU } from './menu-props.ts';
import { StepMenu } from './StepMenu.tsx';
import type { Chosen, StepCommand } from './step-command.ts';
import { Tool } from './Tool.tsx';
import { type ToolbarPlace, useToolbarPlace } from './useToolbarPlace.ts';
import { WORDS } from './words.ts';

export interface StepTools {
  readonly addAfter: (step: string) => void;
  readonly duplicate: () => void;
  readonly remove: () => void;
  readonly rename: (step: string) => void;
  readonly copy: () => void;
  readonly cut: () => void;
  readonly paste: () => void;
  readonly command: (command: StepCommand) => void;
}

interface Props {
  readonly chosen: Chosen;
  /** How many are chosen, with those inside others. */
  readonly count: number;
  readonly tools: StepTools;
  readonly isMenuOpen: boolean;
  readonly setMenuOpen: (isOpen: boolean) => void;
  /** For the keys that lead here. */
  readonly place: RefObject<HTMLDivElement | null>;
  readonly onLeave: () => void;
}

/** What can be done with the chosen steps, above them. */
export function StepToolbar({ chosen, count, tools, place, onLeave, ...menu }: Props) {
  const { send, words } = useEditor();
  const at = useToolbarPlace(chosen);
  const [first, ...others] = chosen.chosen;
  if (!first) return null;
  const leadsOn = others.length === 0 && first.kind !== 'end' && first.kind !== 'return';
  const isOneGroup = isContainer(first) && others.length === 0;
  return (
    <Around at={at} steps={chosen.chosen.map(({ key }) => key)} isAtStart={isOneGroup}>
      <div
        ref={place}
        role="toolbar"
        aria-label={words(WORDS.tools)}
        className="canvas-toolbar nodrag nopan"
        onKeyDown={(event) => {
          if (event.key === 'Escape') onLeave();
        }}
      >
        {others.length > 0 && (
          <span className="canvas-toolbar-count">
            {count} {words(WORDS.steps)}
          </span>
        )}
        {leadsOn && (
          <Button
            size="compact-md"
            variant="subtle"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => tools.addAfter(first.key)}
          >
            {words(WORDS.addAfter)}
          </Button>
        )}
        {leadsOn && (
          <Button
            size="compact-md"
            variant="subtle"
            leftSection={<IconArrowGuide size={18} aria-hidden />}
            onClick={() => send({ type: 'connect', from: first.key })}
          >
            {words(WORDS.connect)}
          </Button>
        )}
        <Tool icon={IconCopy} label={words(WORDS.duplicate)} onClick={tools.duplicate} />
        <Tool icon={IconTrash} label={words(WORDS.remove)} onClick={tools.remove} />
        <More chosen={chosen} tools={tools} {...menu} />
      </div>
    </Around>
  );
}

interface AroundProps {
  readonly at: ToolbarPlace;
  readonly steps: string[];
  readonly isAtStart: boolean;
  readonly children: ReactNode;
}

/** Beside the steps where there is room in view, else at the drawing's lower border. */
function Around({ at, steps, isAtStart, children }: AroundProps) {
  if (at === 'border') return <Panel position="bottom-center">{children}</Panel>;
  return (
    <NodeToolbar
      nodeId={steps}
      isVisible
      position={at === 'above' ? Position.Top : Position.Bottom}
      offset={18}
      align={isAtStart ? 'start' : 'center'}
    >
      {children}
    </NodeToolbar>
  );
}

function More({
  chosen,
  tools,
  isMenuOpen,
  setMenuOpen,
}: Pick<Props, 'chosen' | 'tools' | 'isMenuOpen' | 'setMenuOpen'>) {
  const { words } = useEditor();
  const [first, ...others] = chosen.chosen;
  return (
    <Menu opened={isMenuOpen} onChange={setMenuOpen} position="right-start" width={320} {...MENU}>
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" aria-label={words(WORDS.more)}>
          <IconDots size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className="canvas-menu">
        {first && others.length === 0 && (
          <Menu.Item
            data-autofocus
            rightSection={<kbd>F2</kbd>}
            onClick={() => tools.rename(first.key)}
          >
            {words(WORDS.changeName)}
          </Menu.Item>
        )}
        <Menu.Item
          data-autofocus={others.length > 0 || undefined}
          rightSection={<kbd>Ctrl C</kbd>}
          onClick={tools.copy}
        >
          {words(WORDS.copy)}
        </Menu.Item>
        <Menu.Item rightSection={<kbd>Ctrl X</kbd>} onClick={tools.cut}>
          {words(WORDS.cut)}
        </Menu.Item>
        <Menu.Item rightSection={<kbd>Ctrl V</kbd>} onClick={tools.paste}>
          {words(WORDS.paste)}
        </Menu.Item>
        {isMenuOpen && <StepMenu chosen={chosen} onCommand={tools.command} />}
      </Menu.Dropdown>
    </Menu>
  );
}
