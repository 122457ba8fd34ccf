import {
  IconArrowsMaximize,
  IconArrowsMinimize,
  IconBoxMultiple,
  IconMap,
  IconMapOff,
  IconSearch,
  IconZoomIn,
  IconZoomOut,
  IconZoomScan,
} from '@tabler/icons-react';
import { Panel, useReactFlow } from '@xyflow/react';
import type { ReactNode, RefObject } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { Tool } from './Tool.tsx';
import { useFullScreen } from './useFullScreen.ts';
import { moveMs } from './useView.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly frame: RefObject<HTMLElement | null>;
  readonly isMapShown: boolean;
  readonly onMap: () => void;
  readonly onSearch: () => void;
  readonly onFoldAll: (() => void) | undefined;
  readonly isFolded: boolean;
  readonly children: ReactNode;
}

/** How the drawing is looked at. */
export function CanvasControls({ frame, isMapShown, isFolded, children, ...on }: Props) {
  const { words } = useEditor();
  const flow = useReactFlow();
  const full = useFullScreen(frame);
  const fit = () => void flow.fitView({ padding: 0.06, maxZoom: 1, duration: moveMs() });
  return (
    <Panel position="top-right" className="canvas-controls">
      <div role="toolbar" aria-label={words(WORDS.controls)}>
        {children}
        <Tool icon={IconSearch} label={words(WORDS.search)} onClick={on.onSearch} />
        <Tool
          icon={IconZoomOut}
          label={words(WORDS.zoomOut)}
          onClick={() => void flow.zoomOut({ duration: moveMs() })}
        />
        <Tool
          icon={IconZoomIn}
          label={words(WORDS.zoomIn)}
          onClick={() => void flow.zoomIn({ duration: moveMs() })}
        />
        <Tool icon={IconZoomScan} label={words(WORDS.showAll)} onClick={fit} />
        {on.onFoldAll && (
          <Tool
            icon={IconBoxMultiple}
            label={words(isFolded ? WORDS.unfoldAll : WORDS.foldAll)}
            onClick={on.onFoldAll}
          />
        )}
        <Tool
          icon={isMapShown ? IconMapOff : IconMap}
          label={words(isMapShown ? WORDS.hideMap : WORDS.showMap)}
          onClick={on.onMap}
        />
        {full.isPossible && (
          <Tool
            icon={full.isFull ? IconArrowsMinimize : IconArrowsMaximize}
            label={words(full.isFull ? WORDS.endFull : WORDS.full)}
            onClick={full.toggle}
          />
        )}
      </div>
    </Panel>
  );
}
