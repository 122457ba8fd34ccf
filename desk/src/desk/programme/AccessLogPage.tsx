import { Anchor, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../language/dates.ts';
import type { AnswerOf } from '../api/operations.ts';
import { useRead } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import { Page } from '../shell/Page.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { type Column, DataTable } from './DataTable.tsx';
import { Pager } from './Pager.tsx';

const LIMIT = 100;

type Line = AnswerOf<'listAccessLog'>['entries'][number];

/** Who looked at what: whoever reads personal data leaves a line here. */
export function AccessLogPage() {
  const { t } = useTranslation('programme');
  const dates = useDates();
  const may = useMay();
  const [offset, setOffset] = useState(0);
  const list = useRead('listAccessLog', { query: { offset, limit: LIMIT } });
  const columns: Column<Line>[] = [
    { label: t('access.person'), cell: ({ person }) => person },
    { label: t('access.at'), cell: ({ at }) => dates.shortDayAndTime(at) },
    {
      label: t('access.what'),
      // An operation without words of its own is better named in code than left out.
      cell: ({ what, about }) => {
        const words = t(`access.operation.${what}`, { defaultValue: what });
        return about === null ? words : `${words}: ${about}`;
      },
    },
    {
      label: t('access.case'),
      cell: ({ caseId }) => {
        if (!caseId) return '–';
        const short = caseId.slice(-8);
        if (!may('cases.read')) return short;
        return (
          <Anchor component={Link} to={`/desk/cases/${caseId}`}>
            {short}
          </Anchor>
        );
      },
    },
  ];
  return (
    <Page title={t('access.title')} lead={t('access.lead')}>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isLoading && <PageSkeleton />}
      {list.data?.total === 0 && <Text>{t('access.empty')}</Text>}
      {list.data && list.data.total > 0 && (
        <>
          <DataTable
            caption={t('access.title')}
            columns={columns}
            rows={list.data.entries}
            keyOf={({ at, person, what, caseId }) => `${at}${person}${what}${caseId}`}
          />
          <Pager offset={offset} limit={LIMIT} total={list.data.total} onMove={setOffset} />
        </>
      )}
    </Page>
  );
}
