import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import classes from './cases.module.css';
import type { Filters } from './filters.ts';
import { useStages } from './useStages.ts';

interface Props {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
}

export function CaseFilters({ filters, onChange, text, onText }: Props) {
  const { t } = useTranslation('cases');
  const search = useRef<HTMLInputElement>(null);
  const [isOpen, choices] = useDisclosure(false);
  const chosenCount = Object.keys(filters).length;
  useHotkeys([['/', () => search.current?.focus()]]);
  const words = useWords();
  const pathways = useRead('listPathways', {}, { staleTime: 300_000 }).data?.pathways ?? [];
  const stages = useStages(filters.pathway);

  const choose = (name: keyof Filters, label: string, options: ReactNode, none?: string) => (
    <NativeSelect
      label={label}
      value={filters[name] ?? none ?? ''}
      onChange={(event) => {
        const value = event.currentTarget.value;
        const { [name]: _, ...others } = filters;
        onChange(value === (none ?? '') ? others : { ...others, [name]: value });
      }}
    >
      {options}
    </NativeSelect>
  );
  const options = (values: readonly string[], nameOf: (value: string) => string) =>
    values.map((value) => (
      <option key={value} value={value}>
        {nameOf(value)}
      </option>
    ));

  return (
    <search className={classes.filters} aria-label={t('search.region')}>
      <TextInput
        ref={search}
        type="search"
        label={t('search.label')}
        placeholder={t('search.placeholder')}
        leftSection={<IconSearch size={20} aria-hidden />}
        aria-keyshortcuts="/"
        autoComplete="off"
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <Button
        className={`${classes.toggle}`}
        variant="default"
        leftSection={<IconFilter size={20} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls="case-filters"
        onClick={choices.toggle}
      >
        {t('filter.toggle', { count: chosenCount })}
      </Button>
      <div id="case-filters" className={classes.choices} data-open={isOpen || undefined}>
        {choose(
          'pathway',
          t('filter.pathway'),
          <>
            <option value="">{t('filter.all')}</option>
            {pathways.map(({ id, title }) => (
              <option key={id} value={id}>
                {words(title)}
              </option>
            ))}
          </>,
        )}
        {choose(
          'stage',
          t('filter.stage'),
          <>
            <option value="">{t('filter.all')}</option>
            {stages.map(({ id, label }) => (
              <option key={id} value={id}>
                {words(label)}
              </option>
            ))}
          </>,
        )}
        {choose(
          'subject',
          t('filter.subject'),
          <>
            <option value="">{t('filter.all')}</option>
            {options(['person', 'group'], (one) => t(`subject.${one}`))}
          </>,
        )}
        {choose(
          'status',
          t('filter.status'),
          options(['active', 'done', 'all'], (one) => t(`status.${one}`)),
          'active',
        )}
        <CaseManagerFilter choose={choose} />
        {choose(
          'order',
          t('filter.order'),
          options(['waiting', 'name', 'newest', 'changed'], (one) => t(`order.${one}`)),
          'waiting',
        )}
      </div>
    </search>
  );
}

interface CaseManagerFilterProps {
  readonly choose: (name: keyof Filters, label: string, options: ReactNode) => ReactNode;
}

/** Only for whoever sees colleagues' cases: others have but their own. */
function CaseManagerFilter({ choose }: CaseManagerFilterProps) {
  const { t } = useTranslation('cases');
  const isCoordinator = useMay()('overview.read');
  const people = useRead('listPeople', {}, { enabled: isCoordinator, staleTime: 300_000 });
  if (!isCoordinator) return null;
  const managers = people.data?.people.filter(({ roles }) => roles.includes('case-manager')) ?? [];
  return choose(
    'caseManager',
    t('filter.case-manager'),
    <>
      <option value="">{t('filter.everybody')}</option>
      <option value="none">{t('filter.nobody')}</option>
      {managers.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </>,
  );
}
