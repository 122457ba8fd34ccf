import { Menu } from '@mantine/core';
import { useEditor } from '../editor/editor-context.ts';
import { MENU } from './menu-props.ts';
import type { Way } from './transitions-between.ts';
import { WORDS } from './words.ts';

/** An arrow that stands for several transitions, and where it was clicked. */
export interface AskedArrow {
  readonly ways: readonly Way[];
  /** In pixels from the corner of the drawing. */
  readonly x: number;
  readonly y: number;
}

interface Props {
  readonly asked: AskedArrow | undefined;
  readonly onClose: () => void;
}

/** Which of the transitions is meant. */
export function ArrowMenu({ asked, onClose }: Props) {
  const { select, words } = useEditor();
  if (!asked) return null;
  return (
    <Menu opened onClose={onClose} position="bottom-start" {...MENU}>
      <Menu.Target>
        <span className="canvas-menu-anchor" style={{ left: asked.x, top: asked.y }} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words(WORDS.whichArrow)}</Menu.Label>
        {asked.ways.map(({ place, label }, index) => (
          <Menu.Item
            key={`${place.kind} ${place.name} ${place.index}`}
            data-autofocus={index === 0 || undefined}
            onClick={() => select({ kind: 'transition', place })}
          >
            {label} <span className="canvas-quiet">({words(WORDS.ways[place.kind])})</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
