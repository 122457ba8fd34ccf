import { ViewportPortal } from '@xyflow/react';
import type { Guide } from './snap.ts';

/** The lines along which what is dragged stands with something else. */
export function Guides({ guides }: { readonly guides: readonly Guide[] }) {
  // The portal looks for its place in the whole page at every move of the view.
  if (guides.length === 0) return null;
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
