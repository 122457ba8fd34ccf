import { Alert, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { ProblemError } from '../api/request.ts';
import { ProblemNote } from '../shell/ProblemNote.tsx';

interface Props {
  readonly error: Error | null;
  readonly isStale?: boolean;
}

/** Why the last try was refused, and what would change that. */
export function RefusalNote({ error, isStale = false }: Props) {
  const { t } = useTranslation('case');
  const words = useWords();
  if (!error) return null;
  if (isStale) {
    return (
      <Alert color="orange" icon={<IconRefresh />} title={t('stale.title')} role="alert" mb="md">
        {t('stale.text')}
      </Alert>
    );
  }
  const unlock = error instanceof ProblemError ? (error.problem.unlock ?? []) : [];
  return (
    <div style={{ marginBottom: '1rem' }}>
      <ProblemNote error={error} />
      {unlock.map((one) => (
        <Text key={one.fact} mt="xs">
          {t('next.unlock', { what: words(one.words) })}
        </Text>
      ))}
    </div>
  );
}
