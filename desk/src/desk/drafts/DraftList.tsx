import { Anchor, Badge, Button, Checkbox, Group, Text } from '@mantine/core';
import type { DraftRow } from '@percorso/server/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import { useCommand, useRead } from '../api/queries.ts';
import { announce } from '../shell/Announcements.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import classes from './drafts.module.css';

interface Props {
  /** Only the drafts of this pathway; absent: of all of them, with the pathway's title. */
  readonly pathway?: string;
}

/** The drafts that coordinators work on, and what became of them. */
export function DraftList({ pathway }: Props) {
  const { t } = useTranslation('drafts');
  const [hasDiscarded, setDiscarded] = useState(false);
  const query = { status: 'all', ...(pathway && { pathway }) } as const;
  const list = useRead('listDrafts', { query });
  if (list.error) return <ProblemNote error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <PageSkeleton />;
  const kept = list.data.drafts.filter(({ publishedVersion }) => publishedVersion === null);
  const shown = kept.filter(({ discardedAt }) => hasDiscarded || discardedAt === null);
  return (
    <>
      {shown.length === 0 && <Text c="dimmed">{t('none')}</Text>}
      <ul className={classes.list}>
        {shown.map((draft) => (
          <Row key={draft.id} draft={draft} isAmongAll={!pathway} />
        ))}
      </ul>
      {kept.some(({ discardedAt }) => discardedAt !== null) && (
        <Checkbox
          mt="sm"
          label={t('show-discarded')}
          checked={hasDiscarded}
          onChange={(event) => setDiscarded(event.currentTarget.checked)}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly draft: DraftRow;
  readonly isAmongAll: boolean;
}

function Row({ draft, isAmongAll }: RowProps) {
  const { t } = useTranslation('drafts');
  const words = useWords();
  const dates = useDates();
  const { id, name, people, openComments, discardedAt } = draft;
  const isDiscarded = discardedAt !== null;
  const title = words(draft.title);
  return (
    <li className={classes.row}>
      <div>
        <Anchor component={Link} to={`/desk/drafts/${id}`} fw={600}>
          {isAmongAll && name !== title ? `${title} · ${name}` : name}
        </Anchor>{' '}
        {isDiscarded && (
          <Badge color="gray" size="sm">
            {t('was-discarded')}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          {t('changed', {
            name: draft.changedBy.name,
            when: dates.shortDayAndTime(draft.changedAt),
          })}{' '}
          · <Base draft={draft} />
        </Text>
        {openComments > 0 && <Text size="sm">{t('open-comments', { count: openComments })}</Text>}
        {people.length > 0 && (
          <Text size="sm">
            {t('here-now', { names: people.map((one) => one.name).join(', ') })}
          </Text>
        )}
      </div>
      <Group gap="xs">{isDiscarded ? <Restore draft={draft} /> : <Discard draft={draft} />}</Group>
    </li>
  );
}

function Base({ draft: { baseVersion, currentVersion } }: Pick<RowProps, 'draft'>) {
  const { t } = useTranslation('drafts');
  if (baseVersion === null) return t('of-new');
  const isBehind = baseVersion !== currentVersion;
  return t(isBehind ? 'based-behind' : 'based', { version: baseVersion });
}

/** Without asking: it can be taken up again. */
function Discard({ draft: { id, name } }: Pick<RowProps, 'draft'>) {
  const { t } = useTranslation('drafts');
  const discard = useCommand('discardDraft');
  const done = { onSuccess: () => announce(t('discarded-done')) };
  return (
    <Button
      size="sm"
      variant="subtle"
      color="gray"
      aria-label={t('discard-named', { name })}
      loading={discard.isPending}
      onClick={() => discard.mutate({ params: { id } }, done)}
    >
      {t('discard')}
    </Button>
  );
}

function Restore({ draft: { id, name } }: Pick<RowProps, 'draft'>) {
  const { t } = useTranslation('drafts');
  const restore = useCommand('restoreDraft');
  const done = { onSuccess: () => announce(t('restored')) };
  return (
    <Button
      size="sm"
      variant="light"
      aria-label={t('restore-named', { name })}
      loading={restore.isPending}
      onClick={() => restore.mutate({ params: { id } }, done)}
    >
      {t('restore')}
    </Button>
  );
}
