/** Draws a whole pathway into an empty one, in an order that works. */
import type { MachineNode, PathwayDocument } from '@percorso/engine';
import { look, openBook } from './book.ts';
import { drawStep } from './details.ts';
import type { Hand } from './hand.ts';
import { drawRules } from './rules.ts';
import {
  drawAbout,
  drawActions,
  drawFacts,
  drawForms,
  drawMessages,
  drawStages,
} from './things.ts';

/** How the steps are drawn, and how one gets to one that is there. */
export interface Way {
  readonly drawSteps: (hand: Hand, target: PathwayDocument) => Promise<void>;
  /** By the labels from the outermost step to it. */
  readonly goTo: (hand: Hand, path: readonly string[]) => Promise<void>;
  /** Begins an arrow by dragging it, by the names that the steps have; false where that can't be. */
  readonly drag?: (hand: Hand, from: string, to: string) => Promise<boolean>;
}

export async function drawPathway(hand: Hand, target: PathwayDocument, way: Way): Promise<void> {
  await drawAbout(hand, target);
  await drawStages(hand, target);
  await drawFacts(hand, target);
  await drawForms(hand, target);
  await drawMessages(hand, target);
  await drawActions(hand, target);
  const book = await openBook(hand.page, target);
  await drawRules(hand, book);
  await way.drawSteps(hand, target);
  await look(book, hand.page);
  const inside = async (node: MachineNode, path: readonly string[]): Promise<void> => {
    for (const [step, child] of Object.entries(node.states ?? {})) {
      const here = [...path, target.steps[step]!.label.it];
      await way.goTo(hand, here);
      await drawStep({ hand, book, step, node: child, drag: way.drag });
      await inside(child, here);
    }
  };
  await inside(target.machine, []);
}
