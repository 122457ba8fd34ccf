import { check, type PathwayDocument, type Words } from '@percorso/engine';
import type { CommandRefusal } from '../commands/command.ts';
import { runSteps } from '../editor/edit-history.ts';
import type { Saving } from './save-rule.ts';

export interface Judgement {
  /** Why the rule can't be saved as it is. */
  readonly refusal?: CommandRefusal;
  /** That it would decide nothing: never true, or always. */
  readonly warnings: readonly Words[];
}

const TELLING: Readonly<Record<string, Words>> = {
  'rule-never-true': {
    it: 'Così non può mai essere vera: nessuno passerebbe di qui.',
    en: 'As it is it can never be true: nobody would pass here.',
  },
  'rule-always-true': {
    it: 'Così è sempre vera, quindi non decide nulla.',
    en: 'As it is it is always true, so it decides nothing.',
  },
};

/** What would come of saving a rule. */
export function judged(document: PathwayDocument, { rule, steps }: Saving): Judgement {
  const result = runSteps(document, steps);
  if (!result.ok) return { refusal: result.refusal, warnings: [] };
  const pointer = `/rules/${rule}`;
  const { findings } = check(result.document, { isQuick: true });
  const warnings = findings
    .filter(({ elements }) => elements[0]?.pointer === pointer)
    .flatMap((finding) => TELLING[finding.check] ?? []);
  return { warnings };
}
