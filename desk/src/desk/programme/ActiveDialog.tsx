import { Stack, Text } from '@mantine/core';
import type { PersonView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/queries.ts';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Window } from '../shell/Window.tsx';
import { WindowButtons } from '../shell/WindowButtons.tsx';

interface Props {
  readonly person: PersonView;
  readonly onClose: () => void;
}

/** Deactivating somebody signs them out and leaves their cases to be handed over: ask first. */
export function ActiveDialog({ person, onClose }: Props) {
  const { t } = useTranslation('programme');
  const change = useCommand('changePerson');
  const { id, name, active, runningCases } = person;
  const what = active ? 'deactivate' : 'activate';
  const save = () =>
    change.mutate(
      { params: { id }, body: { active: !active } },
      {
        onSuccess: () => {
          announce(t(`people.${what}d`, { name }));
          onClose();
        },
      },
    );
  return (
    <Window onClose={onClose} title={t(`people.${what}-title`, { name })}>
      <Stack>
        <Text>{t(`people.${what}-text`)}</Text>
        {active && runningCases > 0 && (
          <Text fw={600}>{t('people.still-follows', { count: runningCases })}</Text>
        )}
        {change.error && <ProblemNote error={change.error} />}
        <WindowButtons
          confirm={t(`people.${what}`)}
          color={active ? 'red' : 'blue'}
          isPending={change.isPending}
          onCancel={onClose}
          onConfirm={save}
        />
      </Stack>
    </Window>
  );
}
