import i18next from 'i18next';
import type { ReactNode } from 'react';
import { useWords } from './words.ts';

/** Header, main and footer around every public page. */
export function Page({ children }: { children: ReactNode }) {
  const { t } = useWords();
  return (
    <>
      <a className="skip" href="#main">
        {t('page.skip')}
      </a>
      <header>
        <div className="owner">
          <div className="wide bar">
            <span>{t('page.owner')}</span>
            <LanguageSwitch />
          </div>
        </div>
        <div className="brand">
          <div className="wide bar">
            <a href="/" className="name">
              <Mark />
              <span>
                <strong>MiG-Work</strong>
                <small>{t('page.tagline')}</small>
              </span>
            </a>
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <div className="wide">
          <p>
            <strong>MiG-Work</strong> — {t('page.footer')}
          </p>
          <nav aria-label={t('page.footerNav')}>
            <a href="/privacy">{t('privacy.title')}</a>
            <a href="/desk/">{t('page.operators')}</a>
          </nav>
        </div>
      </footer>
    </>
  );
}

function LanguageSwitch() {
  const { t, language } = useWords();
  const other = language === 'it' ? 'en' : 'it';
  return (
    <button
      type="button"
      className="language"
      lang={other}
      onClick={() => void i18next.changeLanguage(other)}
    >
      {t('page.otherLanguage')}
    </button>
  );
}

/** A path with three stops: the programme's mark in this system. */
function Mark() {
  return (
    <svg viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
      <path d="M8 31c0-9 24-5 24-14S20 9 20 9" fill="none" stroke="currentColor" strokeWidth="3" />
      <circle cx="8" cy="31" r="4.5" fill="currentColor" />
      <circle cx="26" cy="22" r="3.5" fill="currentColor" />
      <circle cx="20" cy="9" r="4.5" fill="#ffb84d" />
    </svg>
  );
}
