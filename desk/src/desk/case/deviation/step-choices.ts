import type { DeviationsView, StepSummary } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../language/words.ts';
import { useCase } from '../case-context.ts';
import type { ChoiceItem } from './Choice.tsx';
import { waysOf } from './deviation-draft.ts';

/** Steps to choose from, each under its stage; where the case is already, it would begin anew. */
export function useStepChoices(steps: readonly StepSummary[]): ChoiceItem[] {
  const { t } = useTranslation('deviation');
  const words = useWords();
  const { presentSteps } = useCase().view;
  return steps.map(({ step, label, stageLabel }) => ({
    value: step,
    label: presentSteps.includes(step) ? t('here', { step: words(label) }) : words(label),
    ...(stageLabel && { group: words(stageLabel) }),
  }));
}

/** The ways on past a present step, each under the step that is skipped. */
export function useWayChoices(possible: DeviationsView): ChoiceItem[] {
  const { t } = useTranslation('deviation');
  const words = useWords();
  return waysOf(possible).map(({ way, from, to }) => ({
    value: way,
    label: words(to.label),
    group: t('skipping', { step: words(from.label) }),
  }));
}
