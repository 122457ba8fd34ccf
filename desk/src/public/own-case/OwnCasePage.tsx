import type { OwnCase, Problem } from '@percorso/server/contract';
import { useCallback, useEffect, useState } from 'react';
import { post } from '../ask.ts';
import { useWords } from '../words.ts';
import { NoLink } from './NoLink.tsx';
import { OwnCaseView } from './OwnCaseView.tsx';
import { keepToken, takeToken, tokenIn } from './token.ts';

type Shown =
  | { readonly is: 'loading' }
  | { readonly is: 'no-link' }
  | { readonly is: 'expired' }
  | { readonly is: 'failed'; readonly problem: Problem | null }
  | { readonly is: 'case'; readonly own: OwnCase };

/** The youth's own page, opened with a signed link. */
export function OwnCasePage() {
  const { t } = useWords();
  const [token, setToken] = useState(takeToken);
  const [shown, show] = useState<Shown>({ is: 'loading' });

  const load = useCallback(async () => {
    if (!token) return show({ is: 'no-link' });
    const asked = await post<OwnCase>('/api/public/own-case', { token });
    if (asked.ok) return show({ is: 'case', own: asked.answer });
    const refused = asked.problem && asked.problem.status < 500 && asked.problem.status !== 429;
    if (refused) keepToken(undefined);
    show(refused ? { is: 'expired' } : { is: 'failed', problem: asked.problem });
  }, [token]);

  useEffect(() => void load(), [load]);
  useEffect(() => {
    // Another link opened in the same tab changes only the fragment.
    const follow = () => tokenIn(location.hash) && setToken(takeToken());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  if (shown.is === 'case' && token) {
    return (
      <OwnCaseView
        own={shown.own}
        token={token}
        changed={(own) => show({ is: 'case', own })}
        reload={load}
      />
    );
  }
  if (shown.is === 'loading' || shown.is === 'case') {
    return (
      <p className="narrow" role="status">
        {t('own.loading')}
      </p>
    );
  }
  if (shown.is === 'failed') {
    return (
      <div className="narrow">
        <h1>{t('own.title')}</h1>
        <p role="alert">
          {shown.problem?.detail ?? t(shown.problem ? 'form.serverFailed' : 'form.offline')}
        </p>
        <button type="button" className="button" onClick={() => void load()}>
          {t('own.again')}
        </button>
      </div>
    );
  }
  return (
    <NoLink
      expired={shown.is === 'expired'}
      open={(given) => {
        keepToken(given);
        setToken(given);
      }}
    />
  );
}
