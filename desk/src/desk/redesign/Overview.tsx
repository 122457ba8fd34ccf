import { Alert, Title } from '@mantine/core';
import type { MigrationView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { FateTiles } from './FateTiles.tsx';
import { Groups } from './Groups.tsx';
import { PeopleDialog } from './PeopleDialog.tsx';
import type { PrintedNames } from './printed-names.ts';
import { Questions } from './Questions.tsx';
import { StayRules } from './StayRules.tsx';
import { Totals } from './Totals.tsx';
import { peopleIn } from './verdicts.ts';
import { Where } from './Where.tsx';

interface Props {
  readonly plan: MigrationView;
  /** The people behind the counts, where the page is on its way to paper with them. */
  readonly names: PrintedNames | undefined;
}

/** Everything that was found out: verdicts, questions, steps, like cases, sums. */
export function Overview({ plan, names }: Props) {
  const { t } = useTranslation('redesign');
  if (peopleIn(plan.counts) === 0) {
    return (
      <Alert color="green" title={t('nobody.title')}>
        {t(plan.draft ? 'nobody.draft' : 'nobody.plan')}
      </Alert>
    );
  }
  const isBefore = plan.status === 'planned' || plan.status === 'computing';
  return (
    <>
      {!isBefore && (
        <Title order={2} mb="sm">
          {t('plan.foreseen')}
        </Title>
      )}
      <FateTiles plan={plan} />
      {isBefore && <Questions plan={plan} />}
      <StayRules plan={plan} />
      <Groups plan={plan} names={names} />
      <Totals plan={plan} />
      <Where plan={plan} />
      <PeopleDialog plan={plan} />
    </>
  );
}
