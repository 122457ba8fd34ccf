import { Button } from '@mantine/core';
import type { MigrationView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useRead } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { useNewPlan } from './useNewPlan.ts';

/** A new plan for the version that is current now, with the answers of this one. */
export function AnotherPlan({ plan }: { readonly plan: MigrationView }) {
  const { t } = useTranslation('redesign');
  const may = useMay();
  const list = useRead('listPathways', {});
  const version = list.data?.pathways.find(({ id }) => id === plan.pathway)?.currentVersion;
  const { make, isPending, error } = useNewPlan(plan.pathway);
  if (version === undefined || !may('migrations.change')) return null;
  return (
    <>
      <Button variant="light" loading={isPending} onClick={() => make(version, plan.id)}>
        {t('plan.another')}
      </Button>
      {error && <ProblemNote error={error} />}
    </>
  );
}
