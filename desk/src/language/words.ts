import { useTranslation } from 'react-i18next';
import type { Language } from './language.ts';

/** One text in both languages, as pathways and the API carry it. */
export interface Words {
  readonly it: string;
  readonly en: string;
}

/** Picks the reader's language out of a text that has both. */
export function useWords(): (words: Words) => string {
  const language = useLanguage();
  return (words) => words[language];
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'it';
}
