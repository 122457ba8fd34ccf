import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeviationControls } from './controls.ts';

const REASON_LENGTH_MAX = 2000;

/** Why: without it nothing is changed; it says who will read it. */
export function ReasonField({ draft, faults, change }: DeviationControls) {
  const { t } = useTranslation('deviation');
  const isFaulty = faults.includes('reason');
  return (
    <div data-faulty={isFaulty || undefined}>
      <Textarea
        label={t('reason')}
        description={t('reason-help')}
        withAsterisk
        aria-required
        autosize
        minRows={3}
        maxLength={REASON_LENGTH_MAX}
        value={draft.reason}
        error={isFaulty && t('needed.reason')}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
    </div>
  );
}
