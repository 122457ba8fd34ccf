import { Stack, Text } from '@mantine/core';
import type { MigrationView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../language/words.ts';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Window } from '../shell/Window.tsx';
import { WindowButtons } from '../shell/WindowButtons.tsx';
import { lastingOf } from './lasting.ts';
import { quotedList } from './quoted-list.ts';
import { waitingIn } from './sums.ts';
import { useDoing } from './useDoing.ts';
import { summaryOf } from './verdicts.ts';

interface Props {
  readonly plan: MigrationView;
  readonly onClose: () => void;
}

/** Asks before anybody is moved, and says what can't be undone. */
export function StartDialog({ plan, onClose }: Props) {
  const { t } = useTranslation('redesign');
  const start = useDoing('startMigration');
  const { going } = summaryOf(plan);
  const waiting = waitingIn(plan.groups);
  const begin = () =>
    start.run({ params: { id: plan.id }, revision: plan.revision }, () =>
      announce(t('start.done')),
    );
  return (
    <Window title={t('start.title')} onClose={onClose}>
      <Stack>
        <Text>{t('start.lead', { count: going, version: plan.version })}</Text>
        {waiting > 0 && <Text>{t('start.waiting', { count: waiting })}</Text>}
        <div>
          <Text>{t('start.then')}</Text>
          <Lasting plan={plan} />
        </div>
        {start.error && <ProblemNote error={start.error} />}
        <WindowButtons
          confirm={t('start.confirm')}
          isPending={start.isPending}
          isCancelFirst
          onCancel={onClose}
          onConfirm={begin}
        />
      </Stack>
    </Window>
  );
}

function Lasting({ plan }: Pick<Props, 'plan'>) {
  const { t } = useTranslation('redesign');
  const language = useLanguage();
  const { messages, seats } = lastingOf(plan.groups);
  return (
    <ul>
      {messages.length > 0 && (
        <li>
          {t('start.messages', { count: messages.length, what: quotedList(messages, language) })}
        </li>
      )}
      {seats.length > 0 && <li>{t('start.seats', { what: quotedList(seats, language) })}</li>}
      <li>{t('start.gone-on')}</li>
      <li>{t('start.seen')}</li>
    </ul>
  );
}
