import type { ReactNode } from 'react';
import classes from './fields.module.css';

interface Props {
  readonly isStrong?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** Names what stands elsewhere on the drawing, and leads there. */
export function LinkButton({ isStrong = false, onClick, children }: Props) {
  return (
    <button
      type="button"
      className={classes.link}
      data-strong={isStrong || undefined}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
