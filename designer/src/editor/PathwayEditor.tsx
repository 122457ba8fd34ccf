import { Button } from '@mantine/core';
import { IconLayoutSidebarRightExpand } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Canvas } from '../canvas/Canvas.tsx';
import type { CommandRefusal } from '../commands/command.ts';
import { Outline } from '../outline/Outline.tsx';
import { ConnectDialog } from '../panels/ConnectDialog.tsx';
import { EditorProvider } from './EditorProvider.tsx';
import classes from './editor.module.css';
import { useEditor } from './editor-context.ts';
import type { PathwayEditorProps } from './props.ts';
import { RefusalNotice } from './RefusalNotice.tsx';
import { SidePanel } from './SidePanel.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useKeptFocus } from './useKeptFocus.ts';
import { useKeys } from './useKeys.ts';
import { WORDS } from './words.ts';

/**
 * The designer: a pathway to draw, as a drawing or as a list, and everything about it beside. It
 * works without a server: the document comes in, every edit goes out by `onChange`.
 */
export function PathwayEditor(props: PathwayEditorProps) {
  const [refusal, setRefusal] = useState<CommandRefusal>();
  const [said, setSaid] = useState('');
  return (
    <EditorProvider
      {...props}
      initialView={window.matchMedia('(max-width: 48em)').matches ? 'outline' : 'canvas'}
      onRefusal={setRefusal}
      onChange={(document, edit) => {
        // Why something was not done is old as soon as something else is.
        setRefusal(undefined);
        props.onChange?.(document, edit);
      }}
      onAnnounce={setSaid}
    >
      <Desk {...props} />
      <RefusalNotice refusal={refusal} onClose={() => setRefusal(undefined)} />
      <p role="status" className={classes.announcement}>
        {said}
      </p>
    </EditorProvider>
  );
}

function Desk({ actions }: PathwayEditorProps) {
  const { view, words } = useEditor();
  const [isPanelOpen, setPanelOpen] = useState(true);
  const keys = useKeys();
  const area = useRef<HTMLElement>(null);
  useKeptFocus(area);
  return (
    <section
      ref={area}
      className={classes.editor}
      aria-label={words(WORDS.editor)}
      onKeyDown={keys}
    >
      <Toolbar actions={actions} />
      <div className={classes.work} data-panel={isPanelOpen || undefined}>
        <div className={classes.drawing}>{view === 'canvas' ? <Canvas /> : <Outline />}</div>
        {isPanelOpen ? (
          <SidePanel onClose={() => setPanelOpen(false)} />
        ) : (
          <Button
            className={classes.openPanel}
            variant="default"
            size="sm"
            leftSection={<IconLayoutSidebarRightExpand size={18} aria-hidden />}
            onClick={() => setPanelOpen(true)}
          >
            {words(WORDS.openPanel)}
          </Button>
        )}
      </div>
      <ConnectDialog />
    </section>
  );
}
