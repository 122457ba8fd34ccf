import { Alert, Text } from '@mantine/core';
import type { DeviationKind } from '@percorso/engine';
import type { DeviationsView } from '@percorso/server/contract';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../language/words.ts';

interface Props {
  readonly kind: DeviationKind;
  readonly possible: DeviationsView;
}

/** The address asks for what is not possible as things are: why, and what is. */
export function NotNow({ kind, possible }: Props) {
  const { t } = useTranslation('deviation');
  const words = useWords();
  const refusal = kind === 'undo' ? possible.undo?.refusal : undefined;
  return (
    <Alert color="blue" icon={<IconInfoCircle />} title={t('not-now.title')}>
      <Text>{refusal ? words(refusal.reason) : t(`not-now.${kind}`)}</Text>
      {refusal?.unlock && <Text>{words(refusal.unlock)}</Text>}
    </Alert>
  );
}
