import { Alert, Anchor, Badge, Button, Text, Title } from '@mantine/core';
import type { VersionEntry } from '@percorso/server/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import { useCommand, useRead } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import { announce } from '../shell/Announcements.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Panel } from './Panel.tsx';
import classes from './programme.module.css';
import { changesAddress } from './version-changes-address.ts';
import own from './versions.module.css';
import { WithdrawDialog } from './WithdrawDialog.tsx';

/** Enough of a hash to tell versions apart by eye; the whole one is in the title. */
const HASH_SHOWN = 12;

/** Every published version: when, by whom, why, what it changed, and who still walks it. */
export function PathwayVersions({ id }: { readonly id: string }) {
  const { t } = useTranslation('programme');
  const history = useRead('readVersionHistory', { params: { id } });
  return (
    <Panel title={t('versions.title')}>
      {history.error && (
        <ProblemNote error={history.error} onRetry={() => void history.refetch()} />
      )}
      {history.isLoading && <PageSkeleton />}
      <ol className={own.versions} reversed>
        {history.data?.versions.map((version) => (
          <Version key={version.version} pathway={id} entry={version} />
        ))}
      </ol>
    </Panel>
  );
}

interface VersionProps {
  readonly pathway: string;
  readonly entry: VersionEntry;
}

function Version({ pathway, entry }: VersionProps) {
  const { t } = useTranslation(['programme', 'drafts']);
  const dates = useDates();
  const { version, publishedBy, withdrawn, authors, running, contentHash } = entry;
  const by = publishedBy?.name ?? t('versions.installation');
  return (
    <li className={own.version} data-withdrawn={withdrawn !== null || undefined}>
      <Title order={3} size="h4">
        <Anchor component={Link} to={`/desk/pathways/${pathway}?version=${version}`} inherit>
          {t('versions.named', { version })}
        </Anchor>{' '}
        {entry.current && <Badge color="green">{t('pathways.current')}</Badge>}
      </Title>
      <Text c="dimmed">
        {t('versions.published-by', { day: dates.day(entry.publishedAt), by })} ·{' '}
        {t('pathways.running', { count: running })} · {t('versions.hash')}{' '}
        <code className={classes.hash} title={contentHash}>
          {contentHash.slice(0, HASH_SHOWN)}
        </code>
      </Text>
      <Text>{entry.note}</Text>
      {authors.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('drafts:history.authors', { names: authors.map(({ name }) => name).join(', ') })}
        </Text>
      )}
      {withdrawn && (
        <Alert color="orange" my="xs">
          {t('drafts:history.withdrawn', { day: dates.day(withdrawn.at), note: withdrawn.note })}
        </Alert>
      )}
      <Differences pathway={pathway} entry={entry} />
      <Withdrawal pathway={pathway} entry={entry} />
    </li>
  );
}

/** As sentences, and the way to the drawing that shows them. */
function Differences({ pathway, entry: { version, differences } }: VersionProps) {
  const { t } = useTranslation('drafts');
  const words = useWords();
  if (differences === null) return <Text size="sm">{t('history.first')}</Text>;
  if (differences.length === 0) return <Text size="sm">{t('history.no-differences')}</Text>;
  return (
    <details>
      <summary>
        {t('history.differences')} ({differences.length})
      </summary>
      <ul>
        {differences.map(({ element, words: said }) => (
          <li key={`${element.type} ${element.path} ${said.it}`}>{words(said)}</li>
        ))}
      </ul>
      <Anchor component={Link} to={changesAddress(pathway, version, version)} className="no-print">
        {t('history.on-drawing')}
      </Anchor>
    </details>
  );
}

/** Taking a version out of use for new cases, or putting it back. */
function Withdrawal({ pathway, entry: { version, withdrawn } }: VersionProps) {
  const { t } = useTranslation('drafts');
  const may = useMay();
  const [isAsking, setAsking] = useState(false);
  const restore = useCommand('restoreVersion');
  if (!may('drafts.publish')) return null;
  const params = { id: pathway, version };
  const done = { onSuccess: () => announce(t('history.restored')) };
  return (
    <>
      <Button
        size="compact-md"
        variant="subtle"
        color="gray"
        aria-label={t(withdrawn ? 'history.restore-named' : 'history.withdraw-named', { version })}
        loading={restore.isPending}
        onClick={() => (withdrawn ? restore.mutate({ params }, done) : setAsking(true))}
      >
        {t(withdrawn ? 'history.restore' : 'history.withdraw')}
      </Button>
      {restore.error && <ProblemNote error={restore.error} />}
      {isAsking && (
        <WithdrawDialog pathway={pathway} version={version} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
