import { defineCommand } from '../command.ts';
import { name, oneOf, optional, words } from '../readers.ts';
import { stageAt } from './stage-at.ts';

const colour = oneOf('blue', 'teal', 'green', 'amber', 'orange', 'purple', 'grey');

const parameters = { stage: name, label: optional(words), colour: optional(colour) };

export const changeStage = defineCommand({
  name: 'change-stage',
  label: { it: 'Cambia nome o colore della fase', en: "Change the stage's name or colour" },
  parameters,
  edit: (document, { stage, ...changes }) => {
    const at = stageAt(document, stage);
    if (typeof at !== 'number') return at;
    const stages = document.stages.with(at, { ...document.stages[at]!, ...changes });
    return { ...document, stages };
  },
});
