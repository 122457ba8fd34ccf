import { Button, Group, Stack, Text } from '@mantine/core';
import type { MigrationView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Window } from '../shell/Window.tsx';
import { lastingOf } from './lasting.ts';
import { useDoing } from './useDoing.ts';

interface Props {
  readonly plan: MigrationView;
  readonly onClose: () => void;
}

/** Asks before everybody is taken back, and says what does not come back. */
export function TakeBackDialog({ plan, onClose }: Props) {
  const { t } = useTranslation(['redesign', 'common']);
  const takeBack = useDoing('takeBackMigration');
  const { messages, seats } = lastingOf(plan.groups);
  const take = () =>
    takeBack.run({ params: { id: plan.id } }, () => {
      announce(t('take-back.done'));
      onClose();
    });
  return (
    <Window title={t('take-back.title')} onClose={onClose}>
      <Stack>
        <Text>{t('take-back.lead', { count: plan.cases.moved ?? 0 })}</Text>
        <div>
          <Text>{t('take-back.but')}</Text>
          <ul>
            <li>{t('take-back.gone-on')}</li>
            {messages.length > 0 && <li>{t('take-back.messages')}</li>}
            {seats.length > 0 && <li>{t('take-back.seats')}</li>}
          </ul>
        </div>
        {takeBack.error && <ProblemNote error={takeBack.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('common:cancel')}
          </Button>
          <Button color="orange" onClick={take} loading={takeBack.isPending}>
            {t('take-back.confirm')}
          </Button>
        </Group>
      </Stack>
    </Window>
  );
}
