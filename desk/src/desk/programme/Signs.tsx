import type { Tally } from '@percorso/designer/map';
import classes from './signs.module.css';

interface Props {
  readonly signs: readonly (Pick<Tally, 'sign' | 'colour'> & { readonly label: string })[];
}

/** What the signs on a drawing stand for; whoever hears the page has it from the steps themselves. */
export function Signs({ signs }: Props) {
  return (
    <ul className={classes.signs} aria-hidden>
      {signs.map(({ sign, colour, label }) => (
        <li key={label}>
          <span style={{ background: colour }}>{sign}</span> {label}
        </li>
      ))}
    </ul>
  );
}
