import { Alert, Text } from '@mantine/core';
import type { Replay } from '@percorso/server/contract';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../api/queries.ts';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { Window } from '../shell/Window.tsx';
import { useCase } from './case-context.ts';
import { RefusalNote } from './RefusalNote.tsx';

/** Proves, while one looks, that the trace gives the situation of the case. */
export function ReplayDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('case');
  const { view } = useCase();
  const replay = useRead('replayCase', { params: { id: view.id } }, { staleTime: 0 });
  return (
    <Window title={t('menu.replay')} onClose={onClose}>
      <RefusalNote error={replay.error} />
      {replay.isLoading && <PageSkeleton rows={1} />}
      {replay.data && <Result replay={replay.data} />}
    </Window>
  );
}

function Result({ replay }: { readonly replay: Replay }) {
  const { t } = useTranslation('case');
  const isSound = replay.matches && replay.chainValid;
  return (
    <Alert
      color={isSound ? 'green' : 'red'}
      icon={isSound ? <IconShieldCheck /> : <IconShieldX />}
      title={t(isSound ? 'replay.sound' : 'replay.broken')}
      role="status"
    >
      <Text>{t('replay.entries', { count: replay.entries })}</Text>
      <Text>{t(replay.chainValid ? 'replay.chain-valid' : 'replay.chain-broken')}</Text>
      {replay.differsAt !== null && (
        <Text>{t('replay.differs', { revision: replay.differsAt })}</Text>
      )}
      {replay.erased > 0 && <Text>{t('replay.erased', { count: replay.erased })}</Text>}
    </Alert>
  );
}
