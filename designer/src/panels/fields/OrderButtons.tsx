import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useEditor } from '../../editor/editor-context.ts';
import { WORDS } from '../words.ts';
import classes from './fields.module.css';

interface Props {
  /** What is moved, for those who don't see where the button stands. */
  readonly of: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
}

/** Up and down in a list; at its ends a button keeps the focus and does nothing. */
export function OrderButtons({ of, index, count, onMove }: Props) {
  const { words, announce, isReadOnly } = useEditor();
  if (isReadOnly || count < 2) return null;
  const move = (button: HTMLElement, to: number) => {
    if (to < 0 || to >= count) return;
    const before = button.getAttribute('aria-label');
    // The browser takes the focus from what is moved: it is given back before anybody goes on.
    flushSync(() => onMove(to));
    announce(`${of}: ${to + 1} ${words(WORDS.of)} ${count}`);
    followed(button, before, to)?.focus();
  };
  const button = (step: -1 | 1, label: string, icon: ReactNode) => {
    const isEnd = index + step < 0 || index + step >= count;
    return (
      <ActionIcon
        variant="subtle"
        color="gray.8"
        size="lg"
        data-move={step}
        aria-label={`${label}: ${of}`}
        aria-disabled={isEnd}
        {...(isEnd && { 'data-disabled': true })}
        onClick={(event) => move(event.currentTarget, index + step)}
      >
        {icon}
      </ActionIcon>
    );
  };
  return (
    <span className={classes.order}>
      {button(-1, words(WORDS.up), <IconArrowUp size={16} aria-hidden />)}
      {button(1, words(WORDS.down), <IconArrowDown size={16} aria-hidden />)}
    </span>
  );
}

/** The button of what was moved: the same one, or, where rows are told by place, another row's. */
function followed(button: HTMLElement, before: string | null, to: number): HTMLElement | null {
  if (button.isConnected && button.getAttribute('aria-label') === before) return button;
  const row = button.closest('ul, ol')?.children[to];
  return row?.querySelector<HTMLElement>(`[data-move="${button.dataset.move}"]`) ?? null;
}
