import type { MigrationView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import classes from './redesign.module.css';
import { WhoLink } from './WhoLink.tsx';
import { STATUSES } from './who.ts';

/** How many cases each thing has happened to, so far or in the end. */
export function Results({ plan }: { readonly plan: MigrationView }) {
  const { t } = useTranslation('redesign');
  const shown = STATUSES.filter((status) => (plan.cases[status] ?? 0) > 0);
  return (
    <ul className={classes.result} aria-label={t('plan.results')}>
      {shown.map((status) => (
        <li key={status} className={classes.outcome} data-failed={status === 'failed' || undefined}>
          <strong>
            <WhoLink
              plan={plan}
              who={{ status }}
              label={`${t('people', { count: plan.cases[status] })}: ${t(`status.${status}`)}`}
            >
              {plan.cases[status]}
            </WhoLink>
          </strong>{' '}
          {t(`status.${status}`)}
        </li>
      ))}
    </ul>
  );
}
