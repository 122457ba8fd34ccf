import { Group, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './fields.module.css';

interface Props {
  readonly title: string;
  /** What can be done with the whole section, beside its title. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One part of a panel, with its heading. */
export function Section({ title, action, children }: Props) {
  const heading = useId();
  return (
    <section className={classes.section} aria-labelledby={heading}>
      <Group justify="space-between" gap="xs">
        <Title order={3} size="h4" id={heading}>
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </section>
  );
}
