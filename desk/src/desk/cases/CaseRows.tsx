// biome-ignore-all lint/a11y/noRedundantRoles: `display: block` takes a table's own roles away
import type { CaseRow } from '@percorso/server/contract';
import { IconClock, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import { useMay, useSession } from '../api/session.ts';
import { StepTag } from '../shell/StepTag.tsx';
import classes from './cases.module.css';

/** A table where there is room; the same rows as cards on a phone. */
export function CaseRows({ cases }: { readonly cases: readonly CaseRow[] }) {
  const { t } = useTranslation('cases');
  const isOfAll = useMay()('overview.read');
  return (
    <table className={classes.rows} role="table">
      <caption className="visually-hidden">{t('title')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {t('column.who')}
          </th>
          <th scope="col" role="columnheader">
            {t('column.where')}
          </th>
          <th scope="col" role="columnheader">
            {t('column.waiting')}
          </th>
          {isOfAll && (
            <th scope="col" role="columnheader">
              {t('column.case-manager')}
            </th>
          )}
          <th scope="col" role="columnheader">
            {t('column.changed')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {cases.map((row) => (
          <Row key={row.id} row={row} isOfAll={isOfAll} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: CaseRow;
  /** Whether the list has everybody's cases, and so says whose each is. */
  readonly isOfAll: boolean;
}

function Row({ row, isOfAll }: RowProps) {
  const { t } = useTranslation('cases');
  const words = useWords();
  const dates = useDates();
  const { person } = useSession();
  const isColleagues = !isOfAll && row.caseManager !== null && row.caseManager.id !== person.id;
  const who = [
    row.age !== null && t('age', { count: row.age }),
    row.headCount !== null && t('head-count', { count: row.headCount }),
    words(row.pathwayTitle),
  ].filter(Boolean);
  return (
    <tr role="row">
      <td role="cell" className={classes.who}>
        <Link to={`/desk/cases/${row.id}`} className={`${classes.name}`}>
          {row.name}
        </Link>
        <span className={classes.quiet}>{who.join(' · ')}</span>
        {isColleagues && (
          <span className={classes.quiet}>
            {t('of-colleague', { name: row.caseManager?.name })}
          </span>
        )}
        {row.possibleDuplicates > 0 && (
          <span className={classes.note}>
            <IconCopy size={16} aria-hidden /> {t('duplicates', { count: row.possibleDuplicates })}
          </span>
        )}
      </td>
      <td role="cell" className={classes.where}>
        {row.status === 'done'
          ? t('ended', { outcome: row.outcome ? t(`common:outcome.${row.outcome}`) : '' })
          : row.steps.map((step) => <StepTag key={step.step} step={step} />)}
      </td>
      <td role="cell">
        <Waiting row={row} />
      </td>
      {isOfAll && (
        <td role="cell" className={classes.manager}>
          <span className={classes.label}>{t('column.case-manager')}: </span>
          {row.caseManager?.name ?? <em>{t('unassigned')}</em>}
        </td>
      )}
      <td role="cell" className={classes.quiet}>
        <span className={classes.label}>{t('column.changed')}: </span>
        <time dateTime={row.changedAt} title={dates.dayAndTime(row.changedAt)}>
          {dates.fromNow(row.changedAt)}
        </time>
      </td>
    </tr>
  );
}

function Waiting({ row }: { readonly row: CaseRow }) {
  const { t } = useTranslation('cases');
  const words = useWords();
  const dates = useDates();
  if (!row.waiting) return <span className={classes.quiet}>{t('nothing-waiting')}</span>;
  const { dueAt, overdue } = row.waiting;
  return (
    <span className={classes.waiting}>
      <span>{words(row.waiting.words)}</span>
      {dueAt && (
        <span className={overdue ? classes.overdue : classes.quiet}>
          <IconClock size={16} aria-hidden />{' '}
          {t(overdue ? 'overdue' : 'due', { when: dates.fromNow(dueAt) })}
        </span>
      )}
    </span>
  );
}
