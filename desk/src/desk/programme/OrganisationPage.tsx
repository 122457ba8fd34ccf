import { Text } from '@mantine/core';
import type { OrganisationView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { Page } from '../shell/Page.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { type Column, DataTable } from './DataTable.tsx';

/** The municipality, its partners and suppliers, and what waits at each. */
export function OrganisationPage() {
  const { t } = useTranslation('programme');
  const words = useWords();
  const list = useRead('listOrganisations', {});
  const organisations = list.data?.organisations ?? [];
  const columns: Column<OrganisationView>[] = [
    { label: t('organisations.name'), cell: ({ name }) => name },
    { label: t('organisations.kind'), cell: ({ kind }) => t(`organisations.kinds.${kind}`) },
    { label: t('organisations.delivers'), cell: ({ delivers }) => words(delivers) },
    { label: t('organisations.open'), cell: ({ openTasks }) => openTasks, isNumber: true },
  ];
  return (
    <Page title={t('organisations.title')} lead={t('organisations.lead')}>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isLoading && <PageSkeleton />}
      {list.data && organisations.length === 0 && <Text>{t('organisations.empty')}</Text>}
      {organisations.length > 0 && (
        <DataTable
          caption={t('organisations.title')}
          columns={columns}
          rows={organisations}
          keyOf={({ id }) => id}
        />
      )}
    </Page>
  );
}
