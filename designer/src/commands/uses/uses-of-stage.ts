import type { PathwayDocument } from '@percorso/engine';
import { stepUse, type Use } from './use.ts';

/** The steps that belong to a stage. */
export function usesOfStage(document: PathwayDocument, stage: string): readonly Use[] {
  return Object.entries(document.steps)
    .filter(([, step]) => step.stage === stage)
    .map(([key]) => stepUse(document, { step: key, path: `/steps/${key}/stage` }));
}
