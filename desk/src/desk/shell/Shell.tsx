import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useLiveChanges } from '../api/changes.ts';
import { useRead } from '../api/queries.ts';
import { ProblemError } from '../api/request.ts';
import { SessionContext, useMay } from '../api/session.ts';
import { ConnectionNote } from './ConnectionNote.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { PageSkeleton } from './PageSkeleton.tsx';
import { ProblemNote } from './ProblemNote.tsx';
import classes from './shell.module.css';

/** Header, navigation and footer around the pages of whoever is signed in. */
export function Shell() {
  const { pathname, search } = useLocation();
  const session = useRead('whoAmI', {}, { staleTime: 60_000 });
  if (session.error instanceof ProblemError && session.error.problem.status === 401) {
    const back = encodeURIComponent(pathname + search);
    return <Navigate to={`/desk/sign-in?return=${back}`} replace />;
  }
  if (session.error) {
    return (
      <main className={classes.main}>
        <ProblemNote error={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  }
  if (!session.data) {
    return (
      <div className={classes.main}>
        <PageSkeleton />
      </div>
    );
  }
  return (
    <SessionContext value={session.data}>
      <Frame pathname={pathname} />
    </SessionContext>
  );
}

function Frame({ pathname }: { readonly pathname: string }) {
  const { t } = useTranslation('common');
  useLiveChanges(useMay()('changes.follow'));
  return (
    <div className={classes.frame}>
      <a className={`${classes.skip} no-print`} href="#main">
        {t('skip')}
      </a>
      <Header />
      <ConnectionNote />
      <main id="main" tabIndex={-1} className={classes.main}>
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      <Footer />
    </div>
  );
}
