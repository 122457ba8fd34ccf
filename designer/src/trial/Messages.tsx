import { IconMail } from '@tabler/icons-react';
import { useEditor } from '../editor/editor-context.ts';
import { RECIPIENT_WORDS } from '../panels/named-words.ts';
import classes from './trial.module.css';
import type { Trial } from './walk.ts';
import { WORDS } from './words.ts';

/** What would be sent after what has just happened. */
export function Messages({ trial }: { readonly trial: Trial }) {
  const { words } = useEditor();
  const { messages } = trial.pathway.document;
  const sent = trial.moments
    .at(-1)!
    .effects.flatMap((effect) => (effect.type === 'message' ? [effect.message] : []));
  if (sent.length === 0) return null;
  return (
    <section aria-labelledby="trial-messages">
      <h3 id="trial-messages" className={classes.heading}>
        <IconMail size={20} aria-hidden /> {words(WORDS.messages)}
      </h3>
      <ul className={classes.list}>
        {[...new Set(sent)].map((name) => {
          const message = messages[name];
          if (!message) return null;
          return (
            <li key={name} className={classes.item}>
              <details>
                <summary>
                  <strong>{words(message.subject)}</strong>{' '}
                  <span className={classes.quiet}>{words(RECIPIENT_WORDS[message.to])}</span>
                </summary>
                <p className={classes.body}>{words(message.body)}</p>
              </details>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
