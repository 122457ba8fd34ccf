import { Alert, Anchor, Button, Group, Text, Title } from '@mantine/core';
import type { ObjectSchema } from '@percorso/engine';
import type { TaskView } from '@percorso/server/contract';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import { useCommand, useRead } from '../api/queries.ts';
import { isAdded } from '../case/possibilities.ts';
import { AnswerForm } from '../form/AnswerForm.tsx';
import { serverFaults } from '../form/server-faults.ts';
import { announce } from '../shell/Announcements.tsx';
import { BackLink } from '../shell/BackLink.tsx';
import { Page } from '../shell/Page.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { DeclineDialog } from './DeclineDialog.tsx';
import { TaskFacts } from './TaskFacts.tsx';
import classes from './tasks.module.css';

/** One task: what it is, for whom, its form, and what became of it. */
export function TaskPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('tasks');
  const words = useWords();
  const task = useRead('readTask', { params: { id } });
  if (task.error) {
    return (
      <Page title={t('one')}>
        <ProblemNote error={task.error} onRetry={() => void task.refetch()} />
        <BackToTasks />
      </Page>
    );
  }
  if (!task.data) return <PageSkeleton />;
  return (
    <>
      <BackToTasks />
      <Page title={words(task.data.label)} lead={words(task.data.pathwayTitle)}>
        <div className={classes.columns}>
          <TaskFacts task={task.data} />
          <TaskWork task={task.data} />
        </div>
      </Page>
    </>
  );
}

function BackToTasks() {
  const { t } = useTranslation('tasks');
  return <BackLink to="/desk/tasks">{t('back')}</BackLink>;
}

function TaskWork({ task }: { readonly task: TaskView }) {
  const { t } = useTranslation('tasks');
  const words = useWords();
  const may = (what: TaskView['may'][number]) => task.may.includes(what);
  if (task.may.length === 0) return <Closed task={task} />;
  return (
    <section className={classes.panel} aria-labelledby="work">
      <Title order={2} id="work" mb="xs">
        {t('what-to-do')}
      </Title>
      {task.help && <Text mb="md">{words(task.help)}</Text>}
      {may('accept') && <Accept task={task} />}
      {may('complete') && <Complete task={task} />}
      {may('decline') && <Decline task={task} />}
    </section>
  );
}

function Accept({ task }: { readonly task: TaskView }) {
  const { t } = useTranslation('tasks');
  const words = useWords();
  const accept = useCommand('acceptTask');
  const done = () => announce(t('accepted-note', { task: words(task.label) }));
  return (
    <div className={classes.part}>
      <Text mb="sm">{t('accept-help')}</Text>
      {accept.error && <ProblemNote error={accept.error} />}
      <Button
        leftSection={<IconCheck size={20} aria-hidden />}
        loading={accept.isPending}
        onClick={() => accept.mutate({ params: { id: task.id } }, { onSuccess: done })}
      >
        {t('accept')}
      </Button>
    </div>
  );
}

const NO_FORM: ObjectSchema = { type: 'object', properties: {} };

function Complete({ task }: { readonly task: TaskView }) {
  const { t } = useTranslation('tasks');
  const words = useWords();
  const complete = useCommand('completeTask');
  const faults = serverFaults(complete.error);
  const after = isAdded(task) ? 'added.completed-note' : 'completed-note';
  return (
    <div className={classes.part}>
      {complete.error && faults.length === 0 && <ProblemNote error={complete.error} />}
      <AnswerForm
        schema={(task.schema as ObjectSchema | null) ?? NO_FORM}
        submitLabel={t('complete')}
        isPending={complete.isPending}
        faults={faults}
        {...(task.caseId && { caseId: task.caseId })}
        onSubmit={(answer) =>
          complete.mutate(
            { params: { id: task.id }, body: { answer: { ...answer } as never } },
            { onSuccess: () => announce(t(after, { task: words(task.label) })) },
          )
        }
      />
    </div>
  );
}

function Decline({ task }: { readonly task: TaskView }) {
  const { t } = useTranslation('tasks');
  const [isOpen, setOpen] = useState(false);
  return (
    <Group className={classes.part} justify="space-between" wrap="wrap">
      <Text c="dimmed">{t('decline-help')}</Text>
      <Button variant="subtle" color="red" onClick={() => setOpen(true)}>
        {t('decline')}
      </Button>
      {isOpen && (
        <DeclineDialog
          task={task}
          onClose={() => setOpen(false)}
          onDeclined={(said) => {
            setOpen(false);
            announce(said);
          }}
        />
      )}
    </Group>
  );
}

/** What became of a task that asks for nothing any more. */
function Closed({ task }: { readonly task: TaskView }) {
  const { t } = useTranslation('tasks');
  const dates = useDates();
  const isClosed = task.status !== 'open' && task.status !== 'accepted';
  return (
    <section className={classes.panel} aria-labelledby="after">
      <Title order={2} id="after" mb="xs">
        {t(isClosed ? 'after' : 'not-yours')}
      </Title>
      <Alert color={task.status === 'completed' ? 'green' : 'blue'} variant="light">
        <Text>{t(`${isAdded(task) ? 'added' : 'ended'}.${task.status}`)}</Text>
        {task.declineReason && <Text mt="xs">{t('reason', { reason: task.declineReason })}</Text>}
      </Alert>
      <Text c="dimmed" mt="md">
        {t('opened', { when: dates.dayAndTime(task.openedAt) })}
      </Text>
      {task.caseId && (
        <Anchor component={Link} to={`/desk/cases/${task.caseId}`}>
          {t('to-case')}
        </Anchor>
      )}
    </section>
  );
}
