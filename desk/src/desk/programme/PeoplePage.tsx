import { Button, Checkbox, Group, Text } from '@mantine/core';
import type { PersonView } from '@percorso/server/contract';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import { Page } from '../shell/Page.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { ActiveDialog } from './ActiveDialog.tsx';
import { type Column, DataTable } from './DataTable.tsx';
import { PersonDialog } from './PersonDialog.tsx';

type Open =
  | { readonly is: 'new' }
  | { readonly is: 'change'; readonly person: PersonView }
  | { readonly is: 'active'; readonly person: PersonView };

/** Who works here, and in which roles. */
export function PeoplePage() {
  const { t } = useTranslation('programme');
  const may = useMay();
  const [open, setOpen] = useState<Open>();
  const [isWithInactive, setWithInactive] = useState(false);
  const list = useRead('listPeople', {});
  const people = (list.data?.people ?? []).filter(({ active }) => active || isWithInactive);
  const close = () => setOpen(undefined);
  return (
    <Page
      title={t('people.title')}
      lead={t('people.lead')}
      actions={
        may('people.change') && (
          <Button
            leftSection={<IconPlus size={20} aria-hidden />}
            onClick={() => setOpen({ is: 'new' })}
          >
            {t('people.new')}
          </Button>
        )
      }
    >
      <Checkbox
        mb="md"
        label={t('people.with-inactive')}
        checked={isWithInactive}
        onChange={(event) => setWithInactive(event.currentTarget.checked)}
      />
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isLoading && <PageSkeleton />}
      {list.data && people.length === 0 && <Text>{t('people.empty')}</Text>}
      {people.length > 0 && <PeopleTable people={people} onOpen={setOpen} />}
      {open?.is === 'new' && <PersonDialog person={null} onClose={close} />}
      {open?.is === 'change' && <PersonDialog person={open.person} onClose={close} />}
      {open?.is === 'active' && <ActiveDialog person={open.person} onClose={close} />}
    </Page>
  );
}

interface TableProps {
  readonly people: readonly PersonView[];
  readonly onOpen: (open: Open) => void;
}

function PeopleTable({ people, onOpen }: TableProps) {
  const { t } = useTranslation(['programme', 'common']);
  const may = useMay();
  const columns: Column<PersonView>[] = [
    {
      label: t('people.name'),
      cell: ({ name, email, active }) => (
        <>
          {name}
          {!active && ` (${t('people.inactive')})`}
          <Text c="dimmed" fw={400}>
            {email}
          </Text>
        </>
      ),
    },
    {
      label: t('people.roles'),
      cell: ({ roles }) => roles.map((role) => t(`common:role.${role}`)).join(', '),
    },
    { label: t('people.organisation'), cell: ({ organisation }) => organisation?.name ?? '–' },
    { label: t('people.cases'), cell: ({ runningCases }) => runningCases, isNumber: true },
  ];
  const actions: Column<PersonView> = {
    label: t('people.actions'),
    isActions: true,
    cell: (person) => (
      <Group gap="xs">
        <Button
          size="sm"
          variant="outline"
          aria-label={t('people.change-named', { name: person.name })}
          onClick={() => onOpen({ is: 'change', person })}
        >
          {t('people.change')}
        </Button>
        <Button
          size="sm"
          variant="subtle"
          color={person.active ? 'red' : 'blue'}
          onClick={() => onOpen({ is: 'active', person })}
        >
          {t(person.active ? 'people.deactivate' : 'people.activate')}
        </Button>
      </Group>
    ),
  };
  return (
    <DataTable
      caption={t('people.title')}
      columns={may('people.change') ? [...columns, actions] : columns}
      rows={people}
      keyOf={({ id }) => id}
    />
  );
}
