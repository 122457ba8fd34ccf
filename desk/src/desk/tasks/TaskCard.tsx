import { Button } from '@mantine/core';
import type { TaskView } from '@percorso/server/contract';
import { IconCheck } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWords } from '../../language/words.ts';
import { useCommand } from '../api/queries.ts';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { TaskDates } from './TaskDates.tsx';
import classes from './tasks.module.css';

/** One task: what, for whom, by when; accepting it takes one tap. */
export function TaskCard({ task }: { readonly task: TaskView }) {
  const { t } = useTranslation('tasks');
  const words = useWords();
  const accept = useCommand('acceptTask');
  const subject = [
    task.subject,
    task.age !== null && t('age', { count: task.age }),
    task.headCount !== null && t('head-count', { count: task.headCount }),
  ].filter(Boolean);
  const label = words(task.label);
  const link = useRef<HTMLAnchorElement>(null);
  const accepted = () => {
    announce(t('accepted-note', { task: label }));
    // The button goes: what comes next is to open the task.
    link.current?.focus({ preventScroll: true });
  };
  return (
    <li className={classes.card} data-overdue={task.overdue || undefined}>
      <div className={classes.body}>
        <h3 className={classes.what}>
          <Link ref={link} to={`/desk/tasks/${task.id}`} aria-label={`${label}, ${task.subject}`}>
            {label}
          </Link>
        </h3>
        <p className={classes.who}>{subject.join(' · ')}</p>
        {task.enrolment && <p>{words(task.enrolment.title)}</p>}
        <p className={classes.quiet}>{words(task.pathwayTitle)}</p>
        <TaskDates task={task} />
        {accept.error && <ProblemNote error={accept.error} />}
      </div>
      <div className={classes.side}>
        <TaskStatus task={task} />
        {task.may.includes('accept') && (
          <Button
            leftSection={<IconCheck size={20} aria-hidden />}
            loading={accept.isPending}
            aria-label={t('accept-named', { task: label, who: task.subject })}
            onClick={() => accept.mutate({ params: { id: task.id } }, { onSuccess: accepted })}
          >
            {t('accept')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Said in words: nothing depends on a colour. An open task that waits to be taken says nothing. */
export function TaskStatus({ task }: { readonly task: TaskView }) {
  const { t } = useTranslation('tasks');
  if (task.status === 'open') return null;
  return (
    <span className={classes.status} data-status={task.status}>
      {t(`status.${task.status}`)}
    </span>
  );
}
