import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './programme.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** One part of a page, with its heading. */
export function Panel({ title, children }: Props) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <Title order={2} id={id} mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}
