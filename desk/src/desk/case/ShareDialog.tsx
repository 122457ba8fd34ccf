import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Window } from '../shell/Window.tsx';
import classes from './case.module.css';
import { useCase } from './case-context.ts';
import { RefusalNote } from './RefusalNote.tsx';
import { useCaseCommand } from './useCaseCommand.ts';
import { useCaseManagers } from './useCaseManagers.ts';

/** Lets a colleague see the case, for a case conference or while covering; or ends that. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('case');
  const { view } = useCase();
  const command = useCaseCommand('shareCase', onClose);
  const [chosen, setChosen] = useState('');
  const colleagues = useCaseManagers().filter(
    ({ id }) => id !== view.caseManager?.id && !view.sharedWith.some((one) => one.id === id),
  );
  return (
    <Window title={t('menu.share')} onClose={onClose}>
      <RefusalNote error={command.error} isStale={command.isStale} />
      <Stack>
        <Text>{t('share.text')}</Text>
        <NativeSelect
          label={t('share.who')}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          <option value="">{t('share.choose')}</option>
          {colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
        <Group justify="flex-end">
          <Button
            disabled={!chosen}
            loading={command.isPending}
            onClick={() => command.send({ person: chosen, shared: true }, t('share.done'))}
          >
            {t('share.share')}
          </Button>
        </Group>
        {view.sharedWith.length > 0 && (
          <>
            <Text fw={600}>{t('share.with')}</Text>
            <ul className={classes.list}>
              {view.sharedWith.map(({ id, name }) => (
                <li key={id}>
                  <Group justify="space-between">
                    {name}
                    <Button
                      size="sm"
                      variant="default"
                      aria-label={`${t('share.stop')}: ${name}`}
                      onClick={() =>
                        command.send({ person: id, shared: false }, t('share.stopped'))
                      }
                    >
                      {t('share.stop')}
                    </Button>
                  </Group>
                </li>
              ))}
            </ul>
          </>
        )}
      </Stack>
    </Window>
  );
}
