import { useTranslation } from 'react-i18next';
import { useLanguage, useWords as usePick } from '../language/words.ts';

/** The words of a key, the present language, and the choice of it from two-language words. */
export function useWords() {
  const { t } = useTranslation('public');
  return { t, language: useLanguage(), pick: usePick() };
}
