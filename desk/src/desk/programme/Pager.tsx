import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
  readonly onMove: (offset: number) => void;
}

/** Earlier and later pages of a long list, and which part is in view. */
export function Pager({ offset, limit, total, onMove }: Props) {
  const { t } = useTranslation('programme');
  if (total <= limit) return null;
  return (
    <Group component="nav" aria-label={t('pager.label')} justify="space-between" mt="lg">
      <Button
        variant="outline"
        disabled={offset === 0}
        onClick={() => onMove(Math.max(0, offset - limit))}
      >
        {t('pager.newer')}
      </Button>
      <Text role="status">
        {t('pager.part', { from: offset + 1, to: Math.min(offset + limit, total), total })}
      </Text>
      <Button
        variant="outline"
        disabled={offset + limit >= total}
        onClick={() => onMove(offset + limit)}
      >
        {t('pager.older')}
      </Button>
    </Group>
  );
}
