import { Button, Group, Tabs, Text, Title } from '@mantine/core';
import type { TaskView } from '@percorso/server/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRead } from '../api/queries.ts';
import { Page } from '../shell/Page.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { grouped } from './groups.ts';
import { TaskCard } from './TaskCard.tsx';
import classes from './tasks.module.css';

const STEP = 50;
/** The API gives no more at once. */
const LIMIT_MAX = 200;

/** Today's tasks: what is late first, then by when it wants to be done. */
export function TaskListPage() {
  const { t } = useTranslation('tasks');
  const [search, setSearch] = useSearchParams();
  const status = search.get('status') === 'closed' ? 'closed' : 'open';
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Tabs
        value={status}
        keepMounted={false}
        onChange={(next) => setSearch(next === 'closed' ? { status: 'closed' } : {})}
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="open">{t('tab.open')}</Tabs.Tab>
          <Tabs.Tab value="closed">{t('tab.closed')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="open">
          <TaskList status="open" />
        </Tabs.Panel>
        <Tabs.Panel value="closed">
          <TaskList status="closed" />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function TaskList({ status }: { readonly status: 'open' | 'closed' }) {
  const { t } = useTranslation('tasks');
  const [limit, setLimit] = useState(STEP);
  const list = useRead(
    'listTasks',
    { query: { status, limit } },
    { placeholderData: (before) => before },
  );
  if (list.error) return <ProblemNote error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <PageSkeleton />;
  const { tasks, total } = list.data;
  if (total === 0) return <Empty status={status} />;
  return (
    <>
      <Text role="status" c="dimmed" mb="md">
        {t(`count.${status}`, { count: total })}
      </Text>
      {grouped(tasks, new Date()).map(([name, group]) => (
        <section key={name} className={classes.group} aria-labelledby={`group-${name}`}>
          <Title order={2} id={`group-${name}`} className={classes.groupTitle} data-group={name}>
            {t(`group.${name}`)} <span className={classes.count}>{group.length}</span>
          </Title>
          <ul className={classes.cards}>
            {group.map((task: TaskView) => (
              <TaskCard key={task.id} task={task} />
            ))}
          </ul>
        </section>
      ))}
      {total > tasks.length && limit < LIMIT_MAX && (
        <Group justify="center" mt="lg">
          <Button
            variant="outline"
            loading={list.isFetching}
            onClick={() => setLimit(Math.min(limit + STEP, LIMIT_MAX))}
          >
            {t('more')}
          </Button>
        </Group>
      )}
      {total > tasks.length && limit >= LIMIT_MAX && (
        <Text c="dimmed" mt="lg">
          {t('first-only', { count: tasks.length })}
        </Text>
      )}
    </>
  );
}

function Empty({ status }: { readonly status: 'open' | 'closed' }) {
  const { t } = useTranslation('tasks');
  return (
    <div className={classes.empty}>
      <Title order={2}>{t(`empty.${status}.title`)}</Title>
      <Text>{t(`empty.${status}.text`)}</Text>
    </div>
  );
}
