import { Text } from '@mantine/core';
import type { DeviationKind } from '@percorso/engine';
import { useTranslation } from 'react-i18next';
import { PageSkeleton } from '../../shell/PageSkeleton.tsx';
import { ProblemNote } from '../../shell/ProblemNote.tsx';
import { Window } from '../../shell/Window.tsx';
import { useCase } from '../case-context.ts';
import { DeviationForm } from './DeviationForm.tsx';
import { useDeviations } from './useDeviations.ts';

interface Props {
  /** The kind of change that the address names; any may be chosen where it names none. */
  readonly kind: DeviationKind | undefined;
  readonly onClose: () => void;
}

/** Changes the way for this one case: what, what that means, why; then, and only then, it is. */
export function DeviationDialog({ kind, onClose }: Props) {
  const { t } = useTranslation('deviation');
  const { view } = useCase();
  const possible = useDeviations();
  return (
    <Window title={kind ? t(`kind.${kind}`) : t(`title.${view.subject}`)} onClose={onClose}>
      <Text c="dimmed" mb="md">
        {t('lead', { name: view.participant.name })}
      </Text>
      {possible.error && (
        <ProblemNote error={possible.error} onRetry={() => void possible.refetch()} />
      )}
      {possible.isPending && <PageSkeleton rows={2} />}
      {possible.data && <DeviationForm linked={kind} possible={possible.data} onClose={onClose} />}
    </Window>
  );
}
