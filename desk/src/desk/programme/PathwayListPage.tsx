import { Anchor, Button, Text, Title } from '@mantine/core';
import type { PathwayRow } from '@percorso/server/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import { DraftList } from '../drafts/DraftList.tsx';
import { NewPathwayDialog } from '../drafts/NewPathwayDialog.tsx';
import { Page } from '../shell/Page.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Panel } from './Panel.tsx';
import classes from './programme.module.css';

/** The pathways of the programme, each with the version that new cases begin on. */
export function PathwayListPage() {
  const { t } = useTranslation(['programme', 'drafts']);
  const may = useMay();
  const [isNew, setNew] = useState(false);
  const list = useRead('listPathways', {});
  const pathways = list.data?.pathways ?? [];
  return (
    <Page
      title={t('pathways.title')}
      lead={t('pathways.lead')}
      actions={
        may('drafts.change') && (
          <Button onClick={() => setNew(true)}>{t('drafts:new-pathway.open')}</Button>
        )
      }
    >
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isLoading && <PageSkeleton />}
      {list.data && pathways.length === 0 && <Text>{t('pathways.empty')}</Text>}
      <ul className={classes.cards}>
        {pathways.map((pathway) => (
          <PathwayCard key={pathway.id} pathway={pathway} />
        ))}
      </ul>
      {may('drafts.read') && (
        <Panel title={t('drafts:title')}>
          <Text c="dimmed" mb="sm">
            {t('drafts:lead')}
          </Text>
          <DraftList />
        </Panel>
      )}
      {isNew && <NewPathwayDialog onClose={() => setNew(false)} />}
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
