import { Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { Printed } from './Printed.tsx';
import classes from './shell.module.css';

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Buttons beside the heading. */
  readonly actions?: ReactNode;
  /** On paper: which pathway and version this is about, where the title doesn't say so. */
  readonly about?: string | undefined;
  readonly children: ReactNode;
}

/** A page of the desk: its title in the window and as its heading, which gets the focus. */
export function Page({ title, lead, actions, about, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address is a new page
  useEffect(() => {
    // A reader who has already put the focus somewhere keeps it (the first load, a live update).
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <>
      <title>{`${title} · Percorso`}</title>
      <Group justify="space-between" align="flex-start" gap="md" mb="lg" wrap="wrap">
        <div className={classes.titles}>
          <Title order={1} ref={heading} tabIndex={-1} data-page-heading>
            {title}
          </Title>
          {lead && (
            <Text c="dimmed" mt={4}>
              {lead}
            </Text>
          )}
        </div>
        {actions && (
          <Group gap="sm" className="no-print">
            {actions}
          </Group>
        )}
      </Group>
      <Printed about={about} />
      {children}
    </>
  );
}
