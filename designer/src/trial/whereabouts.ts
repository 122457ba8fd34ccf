import { innermostSteps } from '@percorso/engine';
import type { Editor } from '../editor/editor-context.ts';
import { OUTCOME_WORDS } from '../outcome-words.ts';
import { stepLabel } from '../panels/sentences.ts';
import type { Trial } from './walk.ts';
import { WORDS } from './words.ts';

/** Where the walker stands, in a sentence. */
export function whereabouts({ pathway, moments }: Trial, { words }: Pick<Editor, 'words'>): string {
  const last = moments.at(-1);
  if (!last) return words(WORDS.cantBegin);
  const { outcome } = last.state;
  const steps = innermostSteps(pathway, last.state).map((step) =>
    words(stepLabel(pathway.document, step)),
  );
  const where = `${words(WORDS.where)}: ${steps.join(', ')}`;
  if (!outcome) return where;
  return `${words(WORDS.ended)}. ${words(WORDS.outcome)}: ${words(OUTCOME_WORDS[outcome])}`;
}
