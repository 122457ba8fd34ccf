import { Alert } from '@mantine/core';
import { innermostSteps } from '@percorso/engine';
import { IconAlertTriangle, IconFlag, IconMapPin } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { OUTCOME_WORDS } from '../outcome-words.ts';
import { stepLabel } from '../panels/sentences.ts';
import { Clock } from './Clock.tsx';
import { momentWords } from './moment-words.ts';
import classes from './trial.module.css';
import { troubleWords } from './trouble-words.ts';
import type { Trial } from './walk.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly trial: Trial;
  readonly put: (trial: Trial) => void;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** Where the walker is, when, and why it isn't where it should be. */
export function Whereabouts({ trial, put, headingRef }: Props) {
  const { document, language, select, words } = useEditor();
  const last = trial.moments.at(-1);
  const steps = last ? innermostSteps(trial.pathway, last.state) : [];
  const outcome = last?.state.outcome;
  return (
    <section className={classes.where} data-ended={outcome !== undefined || undefined}>
      <h3 ref={headingRef} tabIndex={-1} className={classes.heading}>
        {outcome ? <IconFlag size={20} aria-hidden /> : <IconMapPin size={20} aria-hidden />}
        {words(outcome ? WORDS.ended : WORDS.where)}
      </h3>
      <ul className={classes.steps} aria-label={words(WORDS.where)}>
        {steps.map((step) => (
          <li key={step}>
            <button
              type="button"
              className={classes.step}
              onClick={() => select({ kind: 'steps', steps: [step] })}
            >
              {words(stepLabel(document, step))}
            </button>
          </li>
        ))}
      </ul>
      {outcome && (
        <p className={classes.line}>
          {words(WORDS.outcome)}: <strong>{words(OUTCOME_WORDS[outcome])}</strong>
        </p>
      )}
      {last && (
        <p className={classes.line}>
          {words(WORDS.nowIs)}{' '}
          <time dateTime={last.now}>{momentWords(last.now, language, trial.timeZone)}</time>
        </p>
      )}
      {last?.state.status === 'active' && <Clock trial={trial} put={put} />}
      <Trouble trial={trial} />
    </section>
  );
}

function Trouble({ trial }: Pick<Props, 'trial'>) {
  const { document, published, words } = useEditor();
  const { trouble, deeds, timeZone } = trial;
  if (!trouble) return null;
  const told = troubleWords({
    happening: deeds[trouble.at]?.do,
    trouble,
    documents: published ? [document, published] : [document],
    timeZone,
  });
  return (
    <Alert
      color="orange"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={words(WORDS.astray)}
      className={classes.alert}
    >
      {words(told)}
    </Alert>
  );
}
