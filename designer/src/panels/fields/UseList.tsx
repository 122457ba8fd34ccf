import classes from './fields.module.css';
import { LinkButton } from './LinkButton.tsx';

export interface UsePlace {
  readonly key: string;
  readonly text: string;
  /** Leads there; missing where there is nothing to be chosen. */
  readonly onGo?: (() => void) | undefined;
}

/** Where something is used; a place on the drawing can be gone to. */
export function UseList({ places }: { readonly places: readonly UsePlace[] }) {
  return (
    <ul className={classes.uses}>
      {places.map(({ key, text, onGo }) => (
        <li key={key}>{onGo ? <LinkButton onClick={onGo}>{text}</LinkButton> : text}</li>
      ))}
    </ul>
  );
}
