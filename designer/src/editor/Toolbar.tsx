import { ActionIcon, Group, SegmentedControl, Tooltip } from '@mantine/core';
import type { Words } from '@percorso/engine';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ExchangeMenu } from '../exchange-menu/ExchangeMenu.tsx';
import classes from './editor.module.css';
import { useEditor, type View } from './editor-context.ts';
import { People } from './People.tsx';
import { SaveMark } from './SaveMark.tsx';
import { WORDS } from './words.ts';

/** What is always at hand: how to look at the pathway, undo and redo, who else is here. */
export function Toolbar({ actions }: { readonly actions?: ReactNode }) {
  const { view, setView, words } = useEditor();
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={words(WORDS.tools)}>
      <SegmentedControl
        size="sm"
        aria-label={words(WORDS.view)}
        value={view}
        onChange={(value) => setView(value as View)}
        data={[
          { value: 'canvas', label: words(WORDS.canvas) },
          { value: 'outline', label: words(WORDS.outline) },
        ]}
      />
      <History />
      <SaveMark />
      <span className={classes.space} />
      <People />
      <ExchangeMenu />
      {actions}
    </div>
  );
}

function History() {
  const { undo, redo, undoLabel, redoLabel } = useEditor();
  return (
    <Group gap={4} wrap="nowrap">
      <HistoryButton verb="undo" of={undoLabel} onClick={undo}>
        <IconArrowBackUp aria-hidden />
      </HistoryButton>
      <HistoryButton verb="redo" of={redoLabel} onClick={redo}>
        <IconArrowForwardUp aria-hidden />
      </HistoryButton>
    </Group>
  );
}

interface HistoryButtonProps {
  readonly verb: 'undo' | 'redo';
  /** What it would undo; without it there is nothing to do. */
  readonly of: Words | undefined;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** It keeps the focus when nothing is left to undo. */
function HistoryButton({ verb, of, onClick, children }: HistoryButtonProps) {
  const { words } = useEditor();
  const label = of ? `${words(WORDS[verb])}: ${words(of)}` : words(WORDS[verb]);
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={label}
        aria-disabled={!of}
        {...(!of && { 'data-disabled': true })}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
