import { Text } from '@mantine/core';
import type { OutboxMessage } from '@percorso/server/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../language/dates.ts';
import { useRead } from '../api/queries.ts';
import { Page } from '../shell/Page.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Pager } from './Pager.tsx';
import classes from './programme.module.css';

const LIMIT = 50;

/** Mail that was sent, or that is kept here because no mail server is set. */
export function OutboxPage() {
  const { t } = useTranslation('programme');
  const [offset, setOffset] = useState(0);
  const list = useRead('listOutbox', { query: { offset, limit: LIMIT } });
  return (
    <Page title={t('outbox.title')} lead={t('outbox.lead')}>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isLoading && <PageSkeleton />}
      {list.data?.total === 0 && <Text>{t('outbox.empty')}</Text>}
      <ul className={classes.cards}>
        {list.data?.messages.map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </ul>
      {list.data && (
        <Pager offset={offset} limit={LIMIT} total={list.data.total} onMove={setOffset} />
      )}
    </Page>
  );
}

function Message({ message }: { readonly message: OutboxMessage }) {
  const { t } = useTranslation('programme');
  const dates = useDates();
  return (
    <li className={classes.panel}>
      <details className={classes.mail}>
        <summary>
          <span className={classes.subject}>{message.subject}</span>
          <span className={classes.quiet}>
            {t('outbox.to', { to: message.to })} · {dates.shortDayAndTime(message.at)} ·{' '}
            <strong data-status={message.status}>{t(`outbox.status.${message.status}`)}</strong>
            {message.status === 'failed' && ` (${t('outbox.tries', { count: message.attempts })})`}
          </span>
        </summary>
        <p className={classes.letter}>{message.body}</p>
      </details>
    </li>
  );
}
