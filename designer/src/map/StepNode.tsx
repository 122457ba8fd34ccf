import { Handle, type NodeProps, Position } from '@xyflow/react';
import type { StepFlowNode } from './flow-nodes.ts';
import { OffMark } from './OffMark.tsx';
import { Sign } from './Sign.tsx';

/** One step on the map. What its colours say is said by marks and words as well. */
export function StepNode({ data }: NodeProps<StepFlowNode>) {
  const { step, label, note, mark, markWords, count, tallies, isChosen } = data;
  const { deviationCount, language } = data;
  return (
    <div
      className="pathway-step"
      data-kind={step.kind}
      data-mark={mark}
      data-chosen={isChosen || undefined}
      data-colour={step.stage?.colour}
    >
      {/* React Flow draws no arrow without them; where ours run is known before. */}
      <Handle type="source" position={Position.Right} />
      <Handle type="target" position={Position.Left} />
      <span className="pathway-step-label">
        {label}
        {count !== undefined && <span className="pathway-step-count">{count}</span>}
        {!!deviationCount && <OffMark count={deviationCount} language={language} />}
        {tallies.length > 0 && (
          <span className="pathway-step-tallies">
            {tallies.map((one) => (
              <span key={one.name} title={one.words} style={{ background: one.colour }}>
                <span aria-hidden>{one.sign}</span> {one.count}
              </span>
            ))}
          </span>
        )}
      </span>
      {note && note !== label && <span className="pathway-step-note">{note}</span>}
      {mark !== 'none' && step.kind !== 'group' && step.kind !== 'regions' && (
        <span className="pathway-step-mark">
          <Sign shape={mark} /> {markWords}
        </span>
      )}
    </div>
  );
}
