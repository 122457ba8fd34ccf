import type { Possibility } from '@percorso/engine';
import { useEditor } from '../editor/editor-context.ts';
import { Unlocks } from './RefusalNote.tsx';
import classes from './trial.module.css';
import { WORDS } from './words.ts';

/** The actions that are refused now: why, and what they would need. */
export function Impossible({ possibilities }: { readonly possibilities: readonly Possibility[] }) {
  const { words } = useEditor();
  if (possibilities.length === 0) return null;
  return (
    <details className={classes.fold} open>
      <summary>
        {words(WORDS.notNow)} ({possibilities.length})
      </summary>
      <ul className={classes.list}>
        {possibilities.map(({ action, label, refusal }) => (
          <li key={action} className={classes.item}>
            <strong>{words(label)}</strong>
            {refusal && (
              <div className={classes.quiet}>
                {words(refusal.reason)}
                <Unlocks refusal={refusal} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
