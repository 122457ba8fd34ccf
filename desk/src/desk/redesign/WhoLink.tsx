import { Anchor } from '@mantine/core';
import type { MigrationView } from '@percorso/server/contract';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { queryOf, type Who, whoAddress } from './who.ts';

interface Props {
  readonly plan: MigrationView;
  readonly who: Who;
  /** Says the number and what it counts, for those who hear only the link. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A number that leads to the people behind it; only the number where they can't be listed. */
export function WhoLink({ plan, who, label, children }: Props) {
  const [search] = useSearchParams();
  if (queryOf(plan, who) === undefined) return <>{children}</>;
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
