import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusReturn } from './focus-return.ts';
import { PageSkeleton } from './PageSkeleton.tsx';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the page; on a phone it takes the whole screen. */
export function Window({ title, onClose, children }: Props) {
  const { t } = useTranslation('common');
  useFocusReturn();
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      fullScreen={isPhone}
      closeButtonProps={{ 'aria-label': t('close') }}
      // A slip beside the window must not lose what was typed.
      closeOnClickOutside={false}
      styles={{ title: { fontSize: '1.35rem', fontWeight: 700 } }}
    >
      {/* What is still to be loaded for it must not take the page away beneath it. */}
      <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
    </Modal>
  );
}
