/** Which steps an edit gave other keys: whoever follows a step by its key has to know. */
import type { Step } from './edit-history.ts';

/** What taking the edit back does to keys. */
export function keysGivenBack(steps: readonly Step[]): Step[] {
  return keysGiven(steps)
    .toReversed()
    .map(({ step, to }) => renaming(to, step));
}

/** What doing the edit again does to keys. */
export function keysGivenAgain(steps: readonly Step[]): Step[] {
  return keysGiven(steps).map(({ step, to }) => renaming(step, to));
}

function keysGiven(steps: readonly Step[]): { readonly step: string; readonly to: string }[] {
  return steps.flatMap(({ name, parameters }) => {
    const { step, to, by } = parameters as { step: string; to: string; by: string };
    if (name === 'rename-step') return [{ step, to }];
    return name === 'replace-step' ? [{ step, to: by }] : [];
  });
}

function renaming(step: string, to: string): Step {
  return { name: 'rename-step', parameters: { step, to } };
}
