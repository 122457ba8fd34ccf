import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useSession } from '../api/session.ts';
import { navigationFor } from './navigation.ts';
import { Page } from './Page.tsx';

/** `/desk` leads to the first page that the reader may open. */
export function Home() {
  const { t } = useTranslation('common');
  const first = navigationFor(useSession().may)[0];
  if (first) return <Navigate to={first.to} replace />;
  return <Page title={t('nothing.title')}>{t('nothing.text')}</Page>;
}
