/** Documents drawn at random from which an outcome can be reached, as mostly in life. */
import fc from 'fast-check';
import type { PathwayDocument } from '../document.ts';
import { arbitraryDocument } from './arbitrary-document.ts';

/** Of most of the others nobody could be moved: no step of theirs leads to an outcome. */
export const arbitraryWithExit: fc.Arbitrary<PathwayDocument> = fc
  .tuple(arbitraryDocument, fc.nat(3))
  .map(([document, one]) => (one > 0 ? withExit(document) : document));

/** An action that ends the case from anywhere, as people may always withdraw. */
export function withExit(document: PathwayDocument): PathwayDocument {
  const { actions, steps, machine } = document;
  const label = { it: 'over', en: 'over' };
  return {
    ...document,
    actions: { ...actions, LEAVE: { label, roles: ['case-manager'] } },
    steps: { ...steps, over: { label, outcome: 'withdrawn' } },
    machine: {
      ...machine,
      on: { ...machine.on, LEAVE: { target: '#over' } },
      states: { ...machine.states, over: { id: 'over', type: 'final' } },
    },
  };
}
