import { useEffect } from 'react';
import { OwnCasePage } from './own-case/OwnCasePage.tsx';
import { Page } from './Page.tsx';
import { Privacy } from './Privacy.tsx';
import { RegisterPage } from './register/RegisterPage.tsx';
import { Welcome } from './Welcome.tsx';
import { useWords } from './words.ts';

const PAGES = {
  '/': { title: 'welcome.title', Content: Welcome },
  '/register': { title: 'register.title', Content: RegisterPage },
  '/privacy': { title: 'privacy.title', Content: Privacy },
  '/my-pathway': { title: 'own.title', Content: OwnCasePage },
} as const;

/** Each public page is its own address; links between them load the page anew. */
export function App() {
  const { t, language } = useWords();
  const path = location.pathname.replace(/(.)\/$/, '$1');
  const page = PAGES[path as keyof typeof PAGES];
  const title = t(page?.title ?? 'missing.title');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the title changes with the language
  useEffect(() => {
    document.title = path === '/' ? 'MiG-Work' : `${title} · MiG-Work`;
  }, [title, path, language]);
  return <Page>{page ? <page.Content /> : <Missing />}</Page>;
}

function Missing() {
  const { t } = useWords();
  return (
    <div className="narrow">
      <h1>{t('missing.title')}</h1>
      <p>{t('missing.words')}</p>
      <p>
        <a href="/">{t('missing.home')}</a>
      </p>
    </div>
  );
}
