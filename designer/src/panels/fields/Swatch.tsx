import type { Colour } from '../named-words.ts';
import classes from './fields.module.css';

/** A stage's colour; its name stands beside it. */
export function Swatch({ colour }: { readonly colour: Colour | undefined }) {
  return <span className={classes.swatch} data-colour={colour} aria-hidden />;
}
