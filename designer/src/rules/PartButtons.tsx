import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots } from '@tabler/icons-react';
import { useEditor } from '../editor/editor-context.ts';
import { type Control, useBuilder } from './builder-context.ts';
import { type Draft, groupAround, isGroup } from './draft.ts';
import {
  duplicated,
  mayMove,
  mayUnwrap,
  moved,
  unwrapped,
  without,
  wrapped,
} from './draft-edits.ts';
import classes from './rules.module.css';
import { usePartName } from './usePartName.ts';
import { WORDS } from './words.ts';

/** What can be done to a part: move it, copy it, deny it, group it, remove it. */
export function PartButtons({ part }: { readonly part: Draft }) {
  const { words, isReadOnly } = useEditor();
  if (isReadOnly) return null;
  return (
    <div className={classes.partButtons}>
      <MoveButton part={part} by={-1} control="up" verb={words(WORDS.up)} />
      <MoveButton part={part} by={1} control="down" verb={words(WORDS.down)} />
      <MoreMenu part={part} />
    </div>
  );
}

interface MoveProps {
  readonly part: Draft;
  readonly by: -1 | 1;
  readonly control: Control;
  readonly verb: string;
}

/** Not shown for what stands alone; at an end it keeps the focus and does nothing. */
function MoveButton({ part, by, control, verb }: MoveProps) {
  const { draft, edit } = useBuilder();
  const { words } = useEditor();
  const nameOf = usePartName();
  const siblings = groupAround(draft, part.id)?.parts ?? [];
  if (siblings.length < 2) return null;
  const isPossible = mayMove(draft, part.id, by);
  const Icon = by < 0 ? IconArrowUp : IconArrowDown;
  return (
    <ActionIcon
      variant="subtle"
      size="lg"
      aria-label={`${verb}: ${nameOf(part)}`}
      title={verb}
      data-control={control}
      aria-disabled={!isPossible}
      {...(!isPossible && { 'data-disabled': true })}
      onClick={() =>
        isPossible &&
        edit((whole) => moved(whole, part.id, by), words(WORDS.moved), { part: part.id, control })
      }
    >
      <Icon size={20} aria-hidden />
    </ActionIcon>
  );
}

function MoreMenu({ part }: { readonly part: Draft }) {
  const { draft, edit } = useBuilder();
  const { words } = useEditor();
  const nameOf = usePartName();
  const here = { part: part.id, control: 'more' } as const;
  const act = (change: (whole: Draft) => Draft) => () => edit(change, '', here);
  const remove = () => {
    const parts = groupAround(draft, part.id)?.parts ?? [];
    const at = parts.indexOf(part);
    const next = parts[at + 1] ?? parts[at - 1] ?? groupAround(draft, part.id);
    edit((whole) => without(whole, part.id), words(WORDS.removed), {
      part: next?.id ?? 0,
      control: next && isGroup(next) ? 'kind' : 'first',
    });
  };
  return (
    <Menu position="bottom-end" withinPortal shadow="md" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          size="lg"
          data-control="more"
          aria-label={`${words(WORDS.more)}: ${nameOf(part)}`}
          title={words(WORDS.more)}
        >
          <IconDots size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={act((whole) => duplicated(whole, part.id))}>
          {words(WORDS.duplicate)}
        </Menu.Item>
        <Menu.Item onClick={act((whole) => wrapped(whole, part.id, 'not'))}>
          {words(WORDS.deny)}
        </Menu.Item>
        <Menu.Item onClick={act((whole) => wrapped(whole, part.id, 'all'))}>
          {words(WORDS.wrapAll)}
        </Menu.Item>
        <Menu.Item onClick={act((whole) => wrapped(whole, part.id, 'any'))}>
          {words(WORDS.wrapAny)}
        </Menu.Item>
        {mayUnwrap(draft, part.id) && (
          <Menu.Item onClick={act((whole) => unwrapped(whole, part.id))}>
            {words(WORDS.unwrap)}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item color="red" onClick={remove}>
          {words(WORDS.remove)}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
