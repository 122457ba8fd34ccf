import { Anchor } from '@mantine/core';
import type { Overview } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../api/session.ts';
import { type Column, DataTable } from './DataTable.tsx';
import { Panel } from './Panel.tsx';

/** Where the overview's count of late tasks leads: whose they are. */
export const LOAD_ANCHOR = 'case-managers';

type Load = Overview['byCaseManager'][number];

/** Who follows how many; a coordinator sees here who needs relief. */
export function CaseManagerLoad({ people }: { readonly people: readonly Load[] }) {
  const { t } = useTranslation('programme');
  const may = useMay();
  const columns: Column<Load>[] = [
    {
      label: t('overview.case-manager'),
      cell: ({ id, name }) =>
        may('cases.read') ? (
          <Anchor component={Link} to={`/desk/cases?caseManager=${id}`}>
            {name}
          </Anchor>
        ) : (
          name
        ),
    },
    { label: t('overview.running-cases'), cell: ({ running }) => running, isNumber: true },
    { label: t('overview.overdue-tasks'), cell: ({ overdue }) => overdue, isNumber: true },
  ];
  return (
    <Panel title={t('overview.by-case-manager')} anchor={LOAD_ANCHOR}>
      <DataTable
        caption={t('overview.by-case-manager')}
        columns={columns}
        rows={people}
        keyOf={({ id }) => id}
      />
    </Panel>
  );
}
