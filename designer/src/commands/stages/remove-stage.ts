import { defineCommand } from '../command.ts';
import { name } from '../readers.ts';
import { refuse } from '../refusals.ts';
import { saidUses } from '../uses/use.ts';
import { usesOfStage } from '../uses/uses-of-stage.ts';
import { stageAt } from './stage-at.ts';

export const removeStage = defineCommand({
  name: 'remove-stage',
  label: { it: 'Togli la fase', en: 'Remove the stage' },
  parameters: { stage: name },
  edit: (document, { stage }) => {
    const at = stageAt(document, stage);
    if (typeof at !== 'number') return at;
    const uses = usesOfStage(document, stage);
    if (uses.length > 0) return refuse('in-use', saidUses(uses), uses[0]!.path);
    return { ...document, stages: document.stages.toSpliced(at, 1) };
  },
});
