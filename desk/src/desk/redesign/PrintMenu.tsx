import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** Are the names being read? */
  readonly isBusy: boolean;
  readonly onNames: () => void;
}

/** Prints the page: its numbers, or who is behind them as well. */
export function PrintMenu({ isBusy, onNames }: Props) {
  const { t } = useTranslation('redesign');
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="default"
          loading={isBusy}
          leftSection={<IconPrinter size={20} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {t('print')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => globalThis.print()}>{t('paper.counts')}</Menu.Item>
        <Menu.Item onClick={onNames}>{t('paper.names')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
