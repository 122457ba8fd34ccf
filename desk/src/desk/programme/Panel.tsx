import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './programme.module.css';

interface Props {
  readonly title: string;
  /** The end of an address that leads here. */
  readonly anchor?: string;
  /** Nothing of it is printed. */
  readonly isForScreens?: boolean;
  readonly children: ReactNode;
}

/** One part of a page, with its heading. */
export function Panel({ title, anchor, isForScreens = false, children }: Props) {
  const id = useId();
  return (
    <section
      id={anchor}
      className={`${classes.panel} ${isForScreens ? 'no-print' : ''}`}
      aria-labelledby={id}
    >
      <Title order={2} id={id} mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}
