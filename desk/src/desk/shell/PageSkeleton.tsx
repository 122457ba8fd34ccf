import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Stands in for a page that is still coming. */
export function PageSkeleton({ rows = 5 }: { readonly rows?: number }) {
  const { t } = useTranslation('common');
  return (
    <Stack gap="md" py="xl" role="status" aria-label={t('loading')}>
      <Skeleton height={40} width="min(20rem, 70%)" />
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <Skeleton key={row} height={72} />
      ))}
    </Stack>
  );
}
