import type { DeviationAsked, DeviationsView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useWords, type Words } from '../../../language/words.ts';

/** What the button that confirms says: the act itself, with the steps by name. */
export function useActName(asked: DeviationAsked | undefined, possible: DeviationsView): string {
  const { t } = useTranslation('deviation');
  const words = useWords();
  if (!asked) return t('act.none');
  return t(`act.${asked.type}`, namesIn(asked, possible, words));
}

function namesIn(
  asked: DeviationAsked,
  { skip, goTo, goBack, tasks, undo }: DeviationsView,
  words: (text: Words) => string,
): Record<string, string> {
  const steps = [...skip.flatMap(({ from, to }) => [from, ...to]), ...goTo, ...goBack];
  const step = (key: string) => {
    const found = steps.find((one) => one.step === key);
    return found ? words(found.label) : '';
  };
  switch (asked.type) {
    case 'skip':
      return { from: step(asked.from), to: step(asked.to) };
    case 'go-back':
    case 'go-to':
      return { to: step(asked.to) };
    case 'withdraw-task': {
      const task = tasks.find(({ activity }) => activity === asked.activity);
      return { what: task ? words(task.label) : '' };
    }
    case 'undo':
      return { what: undo ? words(undo.words) : '' };
    case 'add-task':
      return { what: asked.label };
  }
}
