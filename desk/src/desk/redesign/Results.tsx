import type { MigrationCaseStatus, MigrationView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import classes from './redesign.module.css';
import { WhoLink } from './WhoLink.tsx';
import { STATUSES } from './who.ts';

interface Props {
  readonly plan: MigrationView;
}

/** How many cases each thing has happened to, so far or in the end. */
export function Results({ plan }: Props) {
  const { t } = useTranslation('redesign');
  const shown = STATUSES.filter((status) => (plan.cases[status] ?? 0) > 0);
  return (
    <ul className={classes.result} aria-label={t('plan.results')}>
      {shown.map((status) => (
        <Result key={status} plan={plan} status={status} />
      ))}
    </ul>
  );
}

function Result({ plan, status }: Props & { readonly status: MigrationCaseStatus }) {
  const { t } = useTranslation('redesign');
  const count = plan.cases[status] ?? 0;
  const said = t(`outcome.${status}`, { count });
  return (
    <li className={classes.outcome} data-failed={status === 'failed' || undefined}>
      <strong>
        <WhoLink who={{ status }} label={`${t('people', { count })}: ${said}`}>
          {count}
        </WhoLink>
      </strong>{' '}
      {said}
    </li>
  );
}
