import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { type Who, whoAddress } from './who.ts';

interface Props {
  readonly who: Who;
  /** Says the number and what it counts, for those who hear only the link. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A number that leads to the people behind it. */
export function WhoLink({ who, label, children }: Props) {
  const [search] = useSearchParams();
  return (
    <Anchor
      component={Link}
      to={whoAddress(search, who)}
      preventScrollReset
      aria-label={label}
      inherit
    >
      {children}
    </Anchor>
  );
}
