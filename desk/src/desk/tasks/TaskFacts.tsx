import { Anchor, Text, Title } from '@mantine/core';
import type { TaskView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import { TaskStatus } from './TaskCard.tsx';
import { TaskDates } from './TaskDates.tsx';
import classes from './tasks.module.css';

/** For whom it is: the least that the work needs, as the server gives it. */
export function TaskFacts({ task }: { readonly task: TaskView }) {
  const { t } = useTranslation('tasks');
  const rows = useRows(task);
  return (
    <section className={classes.panel} aria-labelledby="facts">
      <Title order={2} id="facts" mb="xs">
        {t('for-whom')}
      </Title>
      <dl className={classes.facts}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{t(`fact.${label}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {task.contact === null && task.may.includes('accept') && (
        <Text c="dimmed" mt="sm">
          {t('contact-later')}
        </Text>
      )}
      <TaskDates task={task} />
      <TaskStatus task={task} />
      {task.caseId && task.may.length > 0 && (
        <Text mt="md">
          <Anchor component={Link} to={`/desk/cases/${task.caseId}`}>
            {t('to-case')}
          </Anchor>
        </Text>
      )}
    </section>
  );
}

function useRows(task: TaskView): [label: string, value: string][] {
  const { t } = useTranslation('tasks');
  const words = useWords();
  const dates = useDates();
  const { enrolment, assignedTo } = task;
  const rows: [string, string | null][] = [
    ['subject', task.subject],
    ['age', task.age === null ? null : t('age', { count: task.age })],
    ['head-count', task.headCount === null ? null : String(task.headCount)],
    ['contact', task.contact],
    ['case-manager', task.caseManager],
    ['organisation', assignedTo.organisation?.name ?? null],
    ['edition', enrolment && words(enrolment.title)],
    ['starts', enrolment && dates.day(enrolment.startsOn)],
    ['enrolment', enrolment && t(`enrolment.${enrolment.status}`)],
    ['position', enrolment?.position ? t('position', { place: enrolment.position }) : null],
  ];
  return rows.filter((row): row is [string, string] => Boolean(row[1]));
}
