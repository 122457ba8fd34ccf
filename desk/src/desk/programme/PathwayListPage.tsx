import { Anchor, Text, Title } from '@mantine/core';
import type { PathwayRow } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { Page } from '../shell/Page.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import classes from './programme.module.css';

/** The pathways of the programme, each with the version that new cases begin on. */
export function PathwayListPage() {
  const { t } = useTranslation('programme');
  const list = useRead('listPathways', {});
  const pathways = list.data?.pathways ?? [];
  return (
    <Page title={t('pathways.title')} lead={t('pathways.lead')}>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isLoading && <PageSkeleton />}
      {list.data && pathways.length === 0 && <Text>{t('pathways.empty')}</Text>}
      <ul className={classes.cards}>
        {pathways.map((pathway) => (
          <PathwayCard key={pathway.id} pathway={pathway} />
        ))}
      </ul>
    </Page>
  );
}

function PathwayCard({ pathway }: { readonly pathway: PathwayRow }) {
  const { t } = useTranslation('programme');
  const words = useWords();
  const dates = useDates();
  const current = pathway.versions.find(({ version }) => version === pathway.currentVersion);
  return (
    <li className={classes.panel}>
      <Title order={2} size="h3">
        <Anchor component={Link} to={`/desk/pathways/${pathway.id}`} inherit>
          {words(pathway.title)}
        </Anchor>
      </Title>
      {pathway.summary && <Text mt={4}>{words(pathway.summary)}</Text>}
      <Text mt="sm">
        <strong>{t('pathways.running', { count: pathway.running })}</strong> ·{' '}
        {t('pathways.ended', { count: pathway.ended })}
      </Text>
      <Text c="dimmed">
        {t(`pathways.subject.${pathway.subject}`)} ·{' '}
        {t('pathways.version', { version: pathway.currentVersion })}
        {current && `, ${t('pathways.published', { day: dates.day(current.publishedAt) })}`}
      </Text>
    </li>
  );
}
