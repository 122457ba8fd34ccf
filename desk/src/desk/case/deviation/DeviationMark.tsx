import { IconArrowFork } from '@tabler/icons-react';
import classes from './deviation.module.css';

/** Says, calmly and in words, that something is not of the pathway but of this one case. */
export function DeviationMark({ children }: { readonly children: string }) {
  return (
    <span className={classes.mark}>
      <IconArrowFork size={16} aria-hidden /> {children}
    </span>
  );
}
