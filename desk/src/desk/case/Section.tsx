import { Group, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './case.module.css';

interface Props {
  readonly title: string;
  readonly id?: string;
  readonly className?: string | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One titled part of the case page. */
export function Section({ title, id, className = '', actions, children }: Props) {
  const own = useId();
  const heading = id ?? own;
  return (
    <section aria-labelledby={heading} className={`${classes.section} ${className}`}>
      <Group justify="space-between" align="flex-start" mb="sm" gap="sm">
        <Title order={2} id={heading} tabIndex={-1}>
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </section>
  );
}
