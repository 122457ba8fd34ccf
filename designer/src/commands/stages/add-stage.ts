import type { StageDeclaration } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { index, optional, part } from '../readers.ts';

const parameters = { stage: part<StageDeclaration>(), at: optional(index) };

/** A stage at a place in the order, or after the others. Its id is its name for good. */
export const addStage = defineCommand({
  name: 'add-stage',
  label: { it: 'Aggiungi una fase', en: 'Add a stage' },
  parameters,
  edit: (document, { stage, at }) => ({
    ...document,
    stages: document.stages.toSpliced(at ?? document.stages.length, 0, stage),
  }),
});
