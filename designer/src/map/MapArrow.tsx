import { BaseEdge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { ArrowFlowEdge } from './flow-edges.ts';

/** An arrow along the way that was found for it. */
export const MapArrow = memo(function MapArrow({ data, markerEnd }: EdgeProps<ArrowFlowEdge>) {
  return (
    <BaseEdge path={data?.path ?? ''} {...(markerEnd && { markerEnd })} interactionWidth={0} />
  );
});
