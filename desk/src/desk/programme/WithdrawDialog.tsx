import { Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/queries.ts';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Window } from '../shell/Window.tsx';
import { WindowButtons } from '../shell/WindowButtons.tsx';

const NOTE_LENGTH_MIN = 3;
const NOTE_LENGTH_MAX = 2000;

interface Props {
  readonly pathway: string;
  readonly version: number;
  readonly onClose: () => void;
}

/** Asks why a version is taken out of use for new cases. */
export function WithdrawDialog({ pathway, version, onClose }: Props) {
  const { t } = useTranslation('drafts');
  const withdraw = useCommand('withdrawVersion');
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isShort = note.trim().length < NOTE_LENGTH_MIN;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isShort) return;
    withdraw.mutate(
      { params: { id: pathway, version }, body: { note: note.trim() } },
      {
        onSuccess: () => {
          announce(t('history.withdrawn-done'));
          onClose();
        },
      },
    );
  };
  return (
    <Window title={t('history.withdraw-title', { version })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text>{t('history.withdraw-text')}</Text>
          <Textarea
            label={t('history.withdraw-note')}
            value={note}
            maxLength={NOTE_LENGTH_MAX}
            autosize
            minRows={2}
            onChange={(event) => setNote(event.currentTarget.value)}
            error={isAsked && isShort && t('publish.note-needed')}
            data-autofocus
          />
          {withdraw.error && <ProblemNote error={withdraw.error} />}
          <WindowButtons
            confirm={t('history.withdraw')}
            color="orange"
            isPending={withdraw.isPending}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Window>
  );
}
