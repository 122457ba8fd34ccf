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
        <Tool label={words(WORDS.search)} onClick={on.onSearch}>
          <IconSearch size={20} aria-hidden />
        </Tool>
        <Tool
          label={words(WORDS.zoomOut)}
          onClick={() => void flow.zoomOut({ duration: moveMs() })}
        >
          <IconZoomOut size={20} aria-hidden />
        </Tool>
        <Tool label={words(WORDS.zoomIn)} onClick={() => void flow.zoomIn({ duration: moveMs() })}>
          <IconZoomIn size={20} aria-hidden />
        </Tool>
        <Tool label={words(WORDS.showAll)} onClick={fit}>
          <IconZoomScan size={20} aria-hidden />
        </Tool>
        {on.onFoldAll && (
          <Tool label={words(isFolded ? WORDS.unfoldAll : WORDS.foldAll)} onClick={on.onFoldAll}>
            <IconBoxMultiple size={20} aria-hidden />
          </Tool>
        )}
        <Tool label={words(isMapShown ? WORDS.hideMap : WORDS.showMap)} onClick={on.onMap}>
          {isMapShown ? <IconMapOff size={20} aria-hidden /> : <IconMap size={20} aria-hidden />}
        </Tool>
        {full.isPossible && (
          <Tool label={words(full.isFull ? WORDS.endFull : WORDS.full)} onClick={full.toggle}>
            {full.isFull ? (
              <IconArrowsMinimize size={20} aria-hidden />
            ) : (
              <IconArrowsMaximize size={20} aria-hidden />
            )}
          </Tool>
        )}
      </div>
    </Panel>
  );
}
