import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { UnreachableError } from '../api/request.ts';
import classes from './shell.module.css';

function subscribe(listener: () => void) {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Says that the network or the server is away, for as long as that lasts. */
export function ConnectionNote() {
  const { t } = useTranslation('common');
  const cache = useQueryClient().getQueryCache();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  const isUnreachable = useSyncExternalStore(
    (listener) => cache.subscribe(listener),
    () => cache.getAll().some(({ state }) => state.error instanceof UnreachableError),
  );
  return (
    <div role="status" className="no-print">
      {(!isOnline || isUnreachable) && (
        <p className={classes.offline}>{t(isOnline ? 'unreachable.text' : 'offline')}</p>
      )}
    </div>
  );
}
