import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'react-router';
import classes from './shell.module.css';

interface Props {
  readonly to: string;
  readonly children: string;
}

/** Above a page's title: where it was come to from. On paper there is no way back. */
export function BackLink({ to, children }: Props) {
  return (
    <Anchor component={Link} to={to} className={`${classes.back} no-print`}>
      <IconArrowLeft size={18} aria-hidden /> {children}
    </Anchor>
  );
}
