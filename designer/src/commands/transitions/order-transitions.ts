import { defineCommand } from '../command.ts';
import { findNode } from '../edit/nodes.ts';
import { isOrderOf } from '../edit/records.ts';
import { listAt } from '../edit/transitions.ts';
import { indexes, name } from '../readers.ts';
import { refuse } from '../refusals.ts';
import { cause as causeReader, withTransitions } from './place.ts';

/** The order in which the transitions of one cause are tried; `order` holds their present places. */
export const orderTransitions = defineCommand({
  name: 'order-transitions',
  label: { it: 'Riordina i passaggi', en: 'Reorder the transitions' },
  parameters: { from: name, cause: causeReader, order: indexes },
  edit: (document, { from, cause, order }) => {
    const found = findNode(document, from);
    if ('code' in found) return found;
    const before = listAt(found.node, cause);
    if (before.length === 0) return refuse('transition-unknown');
    if (!isOrderOf(order, [...before.keys()])) return refuse('order-wrong');
    return withTransitions(document, { from, ...cause }, () => order.map((at) => before[at]!));
  },
});
