import { Text } from '@mantine/core';
import type { EditionView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import type { Column } from './DataTable.tsx';
import classes from './programme.module.css';

/** How an edition is told in a table. */
export function useEditionColumns(): Column<EditionView>[] {
  const { t } = useTranslation('programme');
  const words = useWords();
  const dates = useDates();
  return [
    {
      label: t('edition.what'),
      cell: ({ title, kind, organisation }) => (
        <>
          {words(title)}
          <Text c="dimmed" fw={400}>
            {t(`kind.${kind}`)} · {organisation.name}
          </Text>
        </>
      ),
    },
    {
      label: t('edition.when'),
      cell: ({ startsOn, endsOn }) => `${dates.shortDay(startsOn)} – ${dates.shortDay(endsOn)}`,
    },
    { label: t('edition.place'), cell: ({ place }) => place },
    {
      label: t('edition.seats'),
      cell: ({ taken, seats, waiting }) => (
        <span className={classes.seats} data-full={taken >= seats || undefined}>
          {t('edition.taken', { taken, seats })}
          {waiting > 0 && `, ${t('edition.waiting', { count: waiting })}`}
        </span>
      ),
    },
    {
      label: t('edition.state'),
      cell: ({ open, taken, seats }) =>
        t(!open ? 'edition.is-closed' : taken >= seats ? 'edition.is-full' : 'edition.is-open'),
    },
  ];
}
