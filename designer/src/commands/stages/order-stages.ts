import { defineCommand } from '../command.ts';
import { isOrderOf } from '../edit/records.ts';
import { names } from '../readers.ts';
import { refuse } from '../refusals.ts';

export const orderStages = defineCommand({
  name: 'order-stages',
  label: { it: 'Riordina le fasi', en: 'Reorder the stages' },
  parameters: { order: names },
  edit: (document, { order }) => {
    const byId = new Map(document.stages.map((stage) => [stage.id, stage]));
    if (!isOrderOf(order, [...byId.keys()])) return refuse('order-wrong');
    return { ...document, stages: order.map((id) => byId.get(id)!) };
  },
});
