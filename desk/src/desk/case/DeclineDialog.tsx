import { Textarea } from '@mantine/core';
import type { ActivityView } from '@percorso/server/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { useCommand } from '../api/queries.ts';
import { Window } from '../shell/Window.tsx';
import { WindowButtons } from '../shell/WindowButtons.tsx';
import { RefusalNote } from './RefusalNote.tsx';
import { closeWith } from './useCaseCommand.ts';

const REASON_MIN = 3;

interface Props {
  readonly activity: ActivityView;
  readonly onClose: () => void;
}

export function DeclineDialog({ activity, onClose }: Props) {
  const { t } = useTranslation('case');
  const words = useWords();
  const decline = useCommand('declineTask');
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const isMissing = reason.trim().length < REASON_MIN;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (isMissing) return;
    decline.mutate(
      { params: { id: activity.id }, body: { reason: reason.trim() } },
      { onSuccess: () => closeWith(t('activities.declined'), onClose) },
    );
  };
  return (
    <Window title={`${t('activities.decline')}: ${words(activity.label)}`} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <RefusalNote error={decline.error} />
        <Textarea
          label={t('activities.reason')}
          withAsterisk
          aria-required
          autosize
          minRows={3}
          maxLength={1000}
          error={isChecked && isMissing && t('activities.reason-needed')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <WindowButtons
          confirm={t('activities.decline')}
          color="red"
          isPending={decline.isPending}
          mt="lg"
          onCancel={onClose}
        />
      </form>
    </Window>
  );
}
