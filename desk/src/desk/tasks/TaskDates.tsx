import type { TaskView } from '@percorso/server/contract';
import { IconAlertTriangle, IconCalendarEvent, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../language/dates.ts';
import classes from './tasks.module.css';

/** By when, and the appointment or the course that it is about. */
export function TaskDates({ task }: { readonly task: TaskView }) {
  const { t } = useTranslation('tasks');
  const dates = useDates();
  const isOpen = task.status === 'open' || task.status === 'accepted';
  return (
    <>
      {isOpen && task.dueAt && (
        <p className={classes.due} data-overdue={task.overdue || undefined}>
          {task.overdue ? (
            <IconAlertTriangle size={20} aria-hidden />
          ) : (
            <IconClock size={20} aria-hidden />
          )}
          {t(task.overdue ? 'was-due' : 'due', {
            when: dates.fromNow(task.dueAt),
            day: dates.day(task.dueAt),
          })}
        </p>
      )}
      {task.appointment?.at && (
        <p className={classes.due}>
          <IconCalendarEvent size={20} aria-hidden />
          {t('appointment', {
            when: dates.dayAndTime(task.appointment.at),
            place: task.appointment.place,
          })}
        </p>
      )}
    </>
  );
}
