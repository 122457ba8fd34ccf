import { Anchor, Button } from '@mantine/core';
import type { ActivityView } from '@percorso/server/contract';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import classes from './case.module.css';
import { useCase } from './case-context.ts';
import { DeviationMark } from './deviation/DeviationMark.tsx';
import { WithdrawLink } from './deviation/WithdrawLink.tsx';
import { isAdded, isOpen } from './possibilities.ts';
import { Section } from './Section.tsx';

interface Props {
  /** Nothing on the page is more pressing. */
  readonly isFirst?: boolean;
}

/** What the case waits for: tasks, appointments, enrolments; the reader's own, late ones first. */
export function Activities({ isFirst = false }: Props) {
  const { t } = useTranslation('case');
  const open = useCase()
    .view.activities.filter(isOpen)
    .toSorted((one, other) => urgencyOf(other) - urgencyOf(one));
  if (open.length === 0) return null;
  return (
    <Section title={t('activities.title')} className={isFirst ? classes.next : ''}>
      <ul className={classes.list}>
        {open.map((activity, index) => (
          <Activity key={activity.id} activity={activity} isFirst={isFirst && index === 0} />
        ))}
      </ul>
    </Section>
  );
}

const urgencyOf = ({ mine, overdue }: ActivityView) => (mine ? 2 : 0) + (overdue ? 1 : 0);

interface ActivityProps {
  readonly activity: ActivityView;
  readonly isFirst: boolean;
}

function Activity({ activity, isFirst }: ActivityProps) {
  const { t } = useTranslation(['case', 'deviation']);
  const words = useWords();
  const dates = useDates();
  const { open } = useCase();
  const { dueAt, overdue, mine } = activity;
  return (
    <li className={classes.activity} data-mine={mine || undefined}>
      <strong className={mine ? classes.ownTask : ''}>{words(activity.label)}</strong>{' '}
      {isAdded(activity) && <DeviationMark>{t('deviation:added')}</DeviationMark>}
      <p className={classes.quiet}>
        {t('activities.with', { who: useAssignee(activity) })}
        {activity.status === 'accepted' && ` · ${t('activities.accepted')}`}
      </p>
      <Appointment activity={activity} />
      <Enrolment activity={activity} />
      {dueAt && (
        <p className={overdue ? classes.overdue : classes.quiet}>
          {t(overdue ? 'activities.overdue' : 'activities.due', {
            day: dates.day(dueAt),
            when: dates.fromNow(dueAt),
          })}
        </p>
      )}
      {activity.subCase && (
        <Anchor component={Link} to={`/desk/cases/${activity.subCase}`}>
          {t('activities.sub-case')}
        </Anchor>
      )}
      {mine && (
        <div className={classes.buttons}>
          <Button
            size={isFirst ? 'lg' : 'sm'}
            variant={isFirst ? 'filled' : 'outline'}
            {...(isFirst && { rightSection: <IconArrowRight aria-hidden /> })}
            onClick={() => open({ kind: 'complete', activity })}
          >
            {t('activities.complete')}
          </Button>
          <Button
            size={isFirst ? 'md' : 'sm'}
            variant="subtle"
            onClick={() => open({ kind: 'decline', activity })}
          >
            {t('activities.decline')}
          </Button>
        </div>
      )}
      {isAdded(activity) && <WithdrawLink task={activity} />}
    </li>
  );
}

function useAssignee({ assignedTo }: ActivityView): string {
  const { t } = useTranslation('case');
  const { person, organisation, role } = assignedTo;
  if (person) return person.name;
  if (organisation) return organisation.name;
  return role ? t(`common:role.${role}`) : t('activities.by-itself');
}

function Appointment({ activity }: { readonly activity: ActivityView }) {
  const dates = useDates();
  const { appointment } = activity;
  if (!appointment) return null;
  const parts = [appointment.at && dates.dayAndTime(appointment.at), appointment.place];
  return <p>{parts.filter(Boolean).join(' · ')}</p>;
}

function Enrolment({ activity }: { readonly activity: ActivityView }) {
  const { t } = useTranslation('case');
  const words = useWords();
  const dates = useDates();
  const { enrolment } = activity;
  if (!enrolment) return null;
  return (
    <p>
      {words(enrolment.title)} · {t('activities.starts', { day: dates.day(enrolment.startsOn) })} ·{' '}
      <strong>
        {t(`enrolment.${enrolment.status}`)}
        {enrolment.position !== null && ` (${t('enrolment.position', { n: enrolment.position })})`}
      </strong>
    </p>
  );
}
