import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '../../language/language.ts';
import { useLanguage } from '../../language/words.ts';
import classes from './shell.module.css';

const NAMES: Record<Language, string> = { it: 'Italiano', en: 'English' };

/** Each language in its own words, as a pressed or unpressed button. */
export function LanguageSwitch({ onChange }: { readonly onChange?: (to: Language) => void }) {
  const { t, i18n } = useTranslation('common');
  const present = useLanguage();
  return (
    <fieldset className={classes.languages}>
      <legend className="visually-hidden">{t('language')}</legend>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === present}
          // The name begins with what is seen, for those who speak to their computer.
          aria-label={`${language.toUpperCase()} – ${NAMES[language]}`}
          className={classes.language}
          onClick={() => {
            void i18n.changeLanguage(language);
            onChange?.(language);
          }}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
