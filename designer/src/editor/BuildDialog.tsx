import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ComponentProps, KeyboardEventHandler, ReactNode } from 'react';
import classes from './build-dialog.module.css';
import { useEditor } from './editor-context.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly title: string;
  /** How wide it may be, where there is room. */
  readonly size: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly onKeyDown?: KeyboardEventHandler;
}

/** The large dialog in which a condition or a form is built; a phone is filled by it. */
export function BuildDialog(props: Props) {
  const { words } = useEditor();
  const isNarrow = useMediaQuery('(max-width: 48em)');
  return (
    <Modal
      {...props}
      opened
      fullScreen={isNarrow ?? false}
      classNames={{ title: classes.title, content: classes.content }}
      closeButtonProps={{ 'aria-label': words(WORDS.close) }}
      transitionProps={{ duration: 0 }}
    />
  );
}

/** What ends the work stays in sight at the bottom. */
export function BuildFooter(props: ComponentProps<'div'>) {
  return <div {...props} className={classes.footer} />;
}
