import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import { StepTag } from '../shell/StepTag.tsx';
import classes from './case.module.css';
import { useCase } from './case-context.ts';

/** Who this is, and where they are. */
export function CaseHeader() {
  const { t } = useTranslation('case');
  const { view } = useCase();
  const words = useWords();
  const dates = useDates();
  return (
    <dl className={classes.head}>
      <div>
        <dt>{t('head.where')}</dt>
        <dd>
          {view.status === 'done' && (
            <strong>
              {t('head.ended')}
              {view.outcome && `: ${t(`common:outcome.${view.outcome}`)}`}
            </strong>
          )}
          {view.steps.map((step) => (
            <StepTag key={step.step} step={step} />
          ))}
          <span className={classes.quiet}>{words(view.pathwayTitle)}</span>
        </dd>
      </div>
      <Who />
      <div>
        <dt>{t('head.case-manager')}</dt>
        <dd>
          <span>{view.caseManager?.name ?? <em>{t('head.nobody')}</em>}</span>
          {view.sharedWith.length > 0 && (
            <span className={classes.quiet}>
              {t('head.shared', { names: view.sharedWith.map(({ name }) => name).join(', ') })}
            </span>
          )}
          {view.parentCase && (
            <Anchor component={Link} to={`/desk/cases/${view.parentCase.id}`}>
              {t('head.parent', { name: view.parentCase.name })}
            </Anchor>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('head.since')}</dt>
        <dd>
          <span>{dates.day(view.registeredAt)}</span>
          {view.receiptCode && (
            <span className={classes.quiet}>{t('head.receipt', { code: view.receiptCode })}</span>
          )}
        </dd>
      </div>
    </dl>
  );
}

function Who() {
  const { t } = useTranslation('case');
  const dates = useDates();
  const { participant } = useCase().view;
  const { age, birthDate, headCount, phone, email } = participant;
  return (
    <div>
      <dt>{t(participant.subject === 'group' ? 'head.group' : 'head.person')}</dt>
      <dd>
        {age !== null && (
          <span>
            {t('head.age', { count: age })}
            {birthDate && ` (${dates.shortDay(birthDate)})`}
          </span>
        )}
        {headCount !== null && <span>{t('head.head-count', { count: headCount })}</span>}
        {phone && <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>}
        {email && <a href={`mailto:${email}`}>{email}</a>}
      </dd>
    </div>
  );
}
