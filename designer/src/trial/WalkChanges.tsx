import { useEditor } from '../editor/editor-context.ts';
import classes from './trial.module.css';
import { troubleWords } from './trouble-words.ts';
import type { Trial } from './walk.ts';
import { walkChanges } from './walk-changes.ts';
import { WORDS } from './words.ts';

/** What is from now on expected of the persona, and was not before. */
export function WalkChanges({ trial }: { readonly trial: Trial }) {
  const { document, published, words } = useEditor();
  const changes = walkChanges(trial);
  if (changes.length === 0) return null;
  const documents = published ? [document, published] : [document];
  return (
    <section aria-label={words(WORDS.whatChanges)}>
      <strong>{words(WORDS.whatChanges)}</strong>
      <ul className={classes.plain}>
        {changes.map((trouble) => (
          <li key={trouble.at}>
            {words(
              troubleWords({
                happening: trial.deeds[trouble.at]?.do,
                trouble,
                documents,
                timeZone: trial.timeZone,
              }),
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
