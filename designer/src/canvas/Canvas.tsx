import '@xyflow/react/dist/style.css';
import './canvas.css';
import './steps.css';
import './marks.css';
import './tools.css';
import { ReactFlowProvider } from '@xyflow/react';
import { Drawing } from './Drawing.tsx';

/** The surface to draw on. All that it shows comes from the document; all it changes is an edit. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <Drawing />
    </ReactFlowProvider>
  );
}
