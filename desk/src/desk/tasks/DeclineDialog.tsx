import { Stack, Text, Textarea } from '@mantine/core';
import type { TaskView } from '@percorso/server/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { useCommand } from '../api/queries.ts';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Window } from '../shell/Window.tsx';
import { WindowButtons } from '../shell/WindowButtons.tsx';

const REASON_LENGTH_MIN = 3;

interface Props {
  readonly task: Pick<TaskView, 'id' | 'label'>;
  readonly onClose: () => void;
  /** It was declined: what is to be said of it. */
  readonly onDeclined: (said: string) => void;
}

/** Declining can't be taken back, and somebody else has to go on: it needs a reason. */
export function DeclineDialog({ task, onClose, onDeclined }: Props) {
  const { t } = useTranslation('tasks');
  const words = useWords();
  const decline = useCommand('declineTask');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    const isShort = reason.trim().length < REASON_LENGTH_MIN;
    setMissing(isShort);
    if (isShort) return;
    decline.mutate(
      { params: { id: task.id }, body: { reason: reason.trim() } },
      { onSuccess: () => onDeclined(t('declined-note', { task: words(task.label) })) },
    );
  }
  return (
    <Window onClose={onClose} title={t('decline-title')}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <Text>{t('decline-text', { task: words(task.label) })}</Text>
          <Textarea
            label={t('decline-reason')}
            description={t('decline-reason-help')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={isMissing && t('decline-missing')}
            required
            minRows={3}
            autosize
            maxLength={1000}
            data-autofocus
          />
          {decline.error && <ProblemNote error={decline.error} />}
          <WindowButtons
            confirm={t('decline-confirm')}
            color="red"
            isPending={decline.isPending}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Window>
  );
}
