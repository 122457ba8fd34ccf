import type { PathwayDocument } from '@percorso/engine';
import type { CommandRefusal } from '../command.ts';
import { refuse } from '../refusals.ts';

/** The place of a stage in the order of stages. */
export function stageAt(document: PathwayDocument, stage: string): number | CommandRefusal {
  const index = document.stages.findIndex(({ id }) => id === stage);
  if (index >= 0) return index;
  return refuse('name-unknown', { it: `la fase «${stage}»`, en: `stage “${stage}”` });
}
