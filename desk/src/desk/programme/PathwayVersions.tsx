import { Anchor } from '@mantine/core';
import type { PathwayRow } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../language/dates.ts';
import { type Column, DataTable } from './DataTable.tsx';
import { Panel } from './Panel.tsx';
import classes from './programme.module.css';

/** Enough of a hash to tell versions apart by eye; the whole one is in the title. */
const HASH_SHOWN = 12;

type Version = PathwayRow['versions'][number];

/** Every published version: when, by whom, why, and who still walks it. */
export function PathwayVersions({ pathway }: { readonly pathway: PathwayRow }) {
  const { t } = useTranslation('programme');
  const dates = useDates();
  const columns: Column<Version>[] = [
    {
      label: t('versions.version'),
      cell: ({ version }) => (
        <>
          <Anchor component={Link} to={`/desk/pathways/${pathway.id}?version=${version}`}>
            {t('pathways.version', { version })}
          </Anchor>
          {version === pathway.currentVersion && ` (${t('pathways.current')})`}
        </>
      ),
    },
    { label: t('versions.published'), cell: ({ publishedAt }) => dates.day(publishedAt) },
    {
      label: t('versions.by'),
      cell: ({ publishedBy }) => publishedBy ?? t('versions.installation'),
    },
    { label: t('versions.note'), cell: ({ note }) => note },
    { label: t('versions.running'), cell: ({ running }) => running, isNumber: true },
    {
      label: t('versions.hash'),
      cell: ({ contentHash }) => (
        <code className={classes.hash} title={contentHash}>
          {contentHash.slice(0, HASH_SHOWN)}
        </code>
      ),
    },
  ];
  return (
    <Panel title={t('versions.title')}>
      <DataTable
        caption={t('versions.title')}
        columns={columns}
        rows={pathway.versions.toSorted((one, other) => other.version - one.version)}
        keyOf={({ version }) => String(version)}
      />
    </Panel>
  );
}
