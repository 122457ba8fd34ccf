import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
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
  const { words, isReadOnly } = useEditor();
  if (isReadOnly || count < 2) return null;
  const button = (to: number, label: string, icon: React.ReactNode) => {
    const isEnd = to < 0 || to >= count;
    return (
      <ActionIcon
        variant="subtle"
        color="gray.8"
        size="lg"
        aria-label={`${label}: ${of}`}
        aria-disabled={isEnd}
        {...(isEnd && { 'data-disabled': true })}
        onClick={() => !isEnd && onMove(to)}
      >
        {icon}
      </ActionIcon>
    );
  };
  return (
    <span className={classes.order}>
      {button(index - 1, words(WORDS.up), <IconArrowUp size={16} aria-hidden />)}
      {button(index + 1, words(WORDS.down), <IconArrowDown size={16} aria-hidden />)}
    </span>
  );
}
