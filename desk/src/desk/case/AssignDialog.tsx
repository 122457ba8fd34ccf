import { Radio, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Window } from '../shell/Window.tsx';
import { WindowButtons } from '../shell/WindowButtons.tsx';
import { useCase } from './case-context.ts';
import { RefusalNote } from './RefusalNote.tsx';
import { useCaseCommand } from './useCaseCommand.ts';
import { useCaseManagers } from './useCaseManagers.ts';

/** Assigns a case for the first time, or hands it over. */
export function AssignDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('case');
  const { view } = useCase();
  const command = useCaseCommand('assignCase', onClose);
  const managers = useCaseManagers().filter(({ id }) => id !== view.caseManager?.id);
  const [chosen, setChosen] = useState('');
  const [note, setNote] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (!chosen) return;
    const name = managers.find(({ id }) => id === chosen)?.name ?? '';
    command.send(
      { caseManager: chosen, ...(note.trim() ? { note: note.trim() } : {}) },
      t('assign.done', { name }),
    );
  };
  return (
    <Window title={t(view.caseManager ? 'menu.hand-over' : 'menu.assign')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <RefusalNote error={command.error} isStale={command.isStale} />
        <Stack>
          <Radio.Group
            label={t('assign.who')}
            value={chosen}
            onChange={setChosen}
            error={isChecked && !chosen && t('assign.who-needed')}
          >
            <Stack gap="xs" mt="xs">
              {managers.map(({ id, name, runningCases, organisation }) => (
                <Radio
                  key={id}
                  value={id}
                  label={name}
                  description={[t('assign.load', { count: runningCases }), organisation?.name]
                    .filter(Boolean)
                    .join(' · ')}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={t('assign.note')}
            description={t('assign.note-help')}
            autosize
            minRows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </Stack>
        <WindowButtons
          confirm={t(view.caseManager ? 'menu.hand-over' : 'menu.assign')}
          isPending={command.isPending}
          mt="lg"
          onCancel={onClose}
        />
      </form>
    </Window>
  );
}
