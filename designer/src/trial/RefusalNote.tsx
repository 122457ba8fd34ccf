import { Alert } from '@mantine/core';
import type { Refusal, Words } from '@percorso/engine';
import { useEditor } from '../editor/editor-context.ts';
import { quoted } from '../panels/sentences.ts';
import classes from './trial.module.css';
import { WORDS } from './words.ts';

/** Why something can't happen, and what would change that. */
export function RefusalNote({ refusal }: { readonly refusal: Refusal }) {
  const { words } = useEditor();
  return (
    <Alert color="orange" role="alert" title={words(WORDS.refused)} className={classes.alert}>
      {words(refusal.reason)}
      <Unlocks refusal={refusal} />
    </Alert>
  );
}

/** What would make it possible, with the action that brings it about. */
export function Unlocks({ refusal }: { readonly refusal: Refusal }) {
  const { document, language, words } = useEditor();
  // The reason itself often says what is needed; only what it doesn't say is worth a line.
  const unlocks = refusal.unlock.filter((one) => one.action || !isSaid(one.words, refusal.reason));
  if (unlocks.length === 0) return null;
  return (
    <div>
      {words(WORDS.unlock)}:
      <ul className={classes.plain}>
        {unlocks.map((one) => {
          const action = one.action && document.actions[one.action]?.label;
          return (
            <li key={one.fact}>
              {words(one.words)}
              {action && ` (${words(WORDS.withAction)} ${quoted(words(action), language)})`}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function isSaid(words: Words, reason: Words): boolean {
  return reason.it.toLowerCase().includes(words.it.toLowerCase());
}
