import { Button, Checkbox, Group, NativeSelect, Text } from '@mantine/core';
import type { EditionView } from '@percorso/server/contract';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useCommand, useRead } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import { announce } from '../shell/Announcements.tsx';
import { Page } from '../shell/Page.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { DataTable } from './DataTable.tsx';
import { EditionDialog } from './EditionDialog.tsx';
import { useEditionColumns } from './useEditionColumns.tsx';

const KINDS = ['orientation', 'lab', 'soft-skills', 'training', 'internship'] as const;

/** What the partners offer: every edition with its seats. */
export function OpportunityPage() {
  const { t } = useTranslation('programme');
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [edited, setEdited] = useState<EditionView | 'new'>();
  const list = useRead('listEditions', {});
  const kind = search.get('kind') ?? '';
  const [isWithPast, setWithPast] = useState(false);
  const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Rome' });
  const editions = (list.data?.editions ?? []).filter(
    (one) => (!kind || one.kind === kind) && (isWithPast || one.endsOn >= today),
  );
  return (
    <Page
      title={t('opportunities.title')}
      lead={t('opportunities.lead')}
      actions={
        may('opportunities.change') && (
          <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setEdited('new')}>
            {t('opportunities.new')}
          </Button>
        )
      }
    >
      <NativeSelect
        mb="md"
        maw="20rem"
        label={t('opportunities.kind')}
        value={kind}
        onChange={({ currentTarget: { value } }) => setSearch(value ? { kind: value } : {})}
        data={[
          { value: '', label: t('opportunities.all-kinds') },
          ...KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
        ]}
      />
      <Checkbox
        mb="md"
        label={t('opportunities.with-past')}
        checked={isWithPast}
        onChange={(event) => setWithPast(event.currentTarget.checked)}
      />
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isLoading && <PageSkeleton />}
      {list.data && <Editions editions={editions} onEdit={setEdited} />}
      {edited && (
        <EditionDialog
          key={edited === 'new' ? 'new' : edited.id}
          edition={edited === 'new' ? null : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Page>
  );
}

interface EditionsProps {
  readonly editions: readonly EditionView[];
  readonly onEdit: (edition: EditionView) => void;
}

function Editions({ editions, onEdit }: EditionsProps) {
  const { t } = useTranslation('programme');
  const may = useMay();
  const change = useCommand('changeEdition');
  const columns = useEditionColumns();
  if (editions.length === 0) return <Text>{t('opportunities.empty')}</Text>;
  const toggle = ({ id, revision, open }: EditionView) =>
    change.mutate(
      { params: { id }, revision, body: { open: !open } },
      { onSuccess: () => announce(t(open ? 'opportunities.closed' : 'opportunities.opened')) },
    );
  const actions = {
    label: t('opportunities.actions'),
    isActions: true,
    cell: (edition: EditionView) => (
      <Group gap="xs" wrap="wrap">
        <Button
          size="sm"
          variant="outline"
          aria-label={t('opportunities.change-named', { place: edition.place })}
          onClick={() => onEdit(edition)}
        >
          {t('opportunities.change')}
        </Button>
        <Button
          size="sm"
          variant="subtle"
          loading={change.isPending && change.variables?.params.id === edition.id}
          onClick={() => toggle(edition)}
        >
          {t(edition.open ? 'opportunities.close' : 'opportunities.open')}
        </Button>
      </Group>
    ),
  };
  return (
    <>
      {change.error && <ProblemNote error={change.error} />}
      <DataTable
        caption={t('opportunities.title')}
        columns={may('opportunities.change') ? [...columns, actions] : columns}
        rows={editions}
        keyOf={({ id }) => id}
      />
    </>
  );
}
