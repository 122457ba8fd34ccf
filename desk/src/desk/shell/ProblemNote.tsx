import { Alert, Button, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemError, UnreachableError } from '../api/request.ts';

interface Props {
  readonly error: Error;
  readonly onRetry?: () => void;
}

/** What went wrong with a request, in the reader's words. */
export function ProblemNote({ error, onRetry }: Props) {
  const { t } = useTranslation('common');
  const { title, detail } = wordsOf(error, t);
  return (
    <Alert color="red" variant="light" icon={<IconAlertCircle />} title={title} role="alert">
      {detail && <Text>{detail}</Text>}
      {error instanceof ProblemError && error.problem.id && (
        <Text size="sm">{t('problem.id', { id: error.problem.id })}</Text>
      )}
      {onRetry && (
        <Button mt="sm" variant="outline" color="red" size="sm" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </Alert>
  );
}

function wordsOf(error: Error, t: (name: string) => string) {
  if (error instanceof ProblemError) {
    return { title: error.problem.title, detail: error.problem.detail };
  }
  if (error instanceof UnreachableError) {
    return { title: t('unreachable.title'), detail: t('unreachable.text') };
  }
  return { title: t('failed.title'), detail: t('failed.text') };
}
