import { Button } from '@mantine/core';
import { Panel } from '@xyflow/react';
import { useEditor } from '../editor/editor-context.ts';
import { WORDS } from './words.ts';

/** While the step is chosen to which an arrow leads. */
export function ConnectBanner() {
  const { send, words } = useEditor();
  return (
    <Panel position="top-center" className="canvas-banner" role="status">
      <span>{words(WORDS.chooseTarget)}</span>
      <Button size="compact-sm" variant="white" onClick={() => send({ type: 'finish' })}>
        {words(WORDS.stop)}
      </Button>
    </Panel>
  );
}
