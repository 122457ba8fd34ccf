import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './fields.module.css';

interface Props {
  readonly icon?: ReactNode;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly onClick: () => void;
  /** Buttons of their own, after the row. */
  readonly children?: ReactNode;
}

/** One thing of a list, which opens it. */
export function Row({ icon, label, detail, onClick, children }: Props) {
  return (
    <li className={classes.row}>
      <UnstyledButton className={classes.rowButton} onClick={onClick}>
        {icon && (
          <span className={classes.rowIcon} aria-hidden>
            {icon}
          </span>
        )}
        <span className={classes.rowText}>
          <span>{label}</span>
          {detail && <span className={classes.rowDetail}>{detail}</span>}
        </span>
        <IconChevronRight className={classes.rowArrow} size={16} aria-hidden />
      </UnstyledButton>
      {children}
    </li>
  );
}

export function Rows({
  label,
  children,
}: {
  readonly label?: string;
  readonly children: ReactNode;
}) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {children}
    </ul>
  );
}
