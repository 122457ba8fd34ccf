import type { StepSummary } from '@percorso/server/contract';
import { useWords } from '../../language/words.ts';
import classes from './step-tag.module.css';

/** A step with the colour of its stage; the stage is said in words as well. */
export function StepTag({ step }: { readonly step: StepSummary }) {
  const words = useWords();
  const stage = step.stageLabel && words(step.stageLabel);
  const label = words(step.label);
  return (
    <span className={classes.tag} data-colour={step.colour}>
      {stage && stage !== label && <span className={classes.stage}>{stage}</span>}
      {label}
    </span>
  );
}
