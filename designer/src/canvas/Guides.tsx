import { ViewportPortal } from '@xyflow/react';
import type { Guide } from './snap.ts';

/** The lines along which what is dragged stands with something else. */
export function Guides({ guides }: { readonly guides: readonly Guide[] }) {
  return (
    <ViewportPortal>
      {guides.map(({ axis, at, from, to }) => (
        <div
          key={axis}
          className="canvas-guide"
          data-axis={axis}
          style={
            axis === 'x'
              ? { left: at, top: from, height: to - from }
              : { top: at, left: from, width: to - from }
          }
        />
      ))}
    </ViewportPortal>
  );
}
