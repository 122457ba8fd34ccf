import { Button, Menu } from '@mantine/core';
import {
  IconArrowsExchange,
  IconDots,
  IconEdit,
  IconLink,
  IconPrinter,
  IconShare,
  IconShieldCheck,
  IconUserPlus,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCase, useMayHere } from './case-context.ts';

/** What may be done with the case besides the pathway's own actions. */
export function CaseMenu() {
  const { t } = useTranslation('case');
  const { view, open } = useCase();
  const may = useMayHere();
  const isUnassigned = view.caseManager === null;
  return (
    <>
      {may('assign') && isUnassigned && (
        <Button
          leftSection={<IconUserPlus size={20} aria-hidden />}
          onClick={() => open({ kind: 'assign' })}
        >
          {t('menu.assign')}
        </Button>
      )}
      <Menu position="bottom-end" width={280} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={20} aria-hidden />}>
            {t('menu.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {may('assign') && !isUnassigned && (
            <Menu.Item
              leftSection={<IconArrowsExchange size={18} aria-hidden />}
              onClick={() => open({ kind: 'assign' })}
            >
              {t('menu.hand-over')}
            </Menu.Item>
          )}
          {may('share') && (
            <Menu.Item
              leftSection={<IconShare size={18} aria-hidden />}
              onClick={() => open({ kind: 'share' })}
            >
              {t('menu.share')}
            </Menu.Item>
          )}
          {may('change-participant') && (
            <Menu.Item
              leftSection={<IconEdit size={18} aria-hidden />}
              onClick={() => open({ kind: 'participant' })}
            >
              {t('menu.participant')}
            </Menu.Item>
          )}
          {may('link') && (
            <Menu.Item
              leftSection={<IconLink size={18} aria-hidden />}
              onClick={() => open({ kind: 'link' })}
            >
              {t('menu.link')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconShieldCheck size={18} aria-hidden />}
            onClick={() => open({ kind: 'replay' })}
          >
            {t('menu.replay')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('menu.print')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
