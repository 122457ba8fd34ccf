import { Button, Group, Text } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../api/session.ts';
import { Page } from '../shell/Page.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { CaseFilters } from './CaseFilters.tsx';
import { CaseRows } from './CaseRows.tsx';
import { useCaseSearch } from './useCaseSearch.ts';

export function CaseListPage() {
  const { t } = useTranslation('cases');
  const may = useMay();
  const { filters, setFilters, text, setText, list, cases, total } = useCaseSearch();
  const title = may('overview.read') ? t('title-all') : t('title');
  const isWhole = text.trim() === '' && Object.keys(filters).length === 0;
  const emptyText = !isWhole ? 'empty' : may('overview.read') ? 'empty-programme' : 'empty-own';
  return (
    <Page
      title={title}
      lead={t('lead')}
      actions={
        may('cases.open') && (
          <Button
            component={Link}
            to="/desk/cases/new-group"
            variant="outline"
            leftSection={<IconUsersGroup size={20} aria-hidden />}
          >
            {t('new-group.open')}
          </Button>
        )
      }
    >
      <CaseFilters filters={filters} onChange={setFilters} text={text} onText={setText} />
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isLoading && <PageSkeleton />}
      {list.data && (
        <>
          <Text role="status" c="dimmed" mb="sm">
            {t('count', { count: total })}
          </Text>
          {total === 0 ? <Text>{t(emptyText)}</Text> : <CaseRows cases={cases} />}
        </>
      )}
      {list.hasNextPage && (
        <Group justify="center" mt="lg">
          <Button
            variant="outline"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('more', { count: total - cases.length })}
          </Button>
        </Group>
      )}
    </Page>
  );
}
