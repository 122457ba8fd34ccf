import type { MachineNode, PathwayDocument } from '@percorso/engine';
import { type CommandRefusal, defineCommand, isRefusal } from '../command.ts';
import { findStep, keysInside, kindOf, withDeclaration, withNodes } from '../edit/nodes.ts';
import { own, withKey } from '../edit/records.ts';
import { anchored, nextOf, retargeted, withFallbacks } from '../edit/targets.ts';
import { name } from '../readers.ts';
import { refuse } from '../refusals.ts';

/**
 * Change pattern 5, “swap”: two steps exchange their places. What led to the one leads to the
 * other; each leads on to where the other did, so neither may lead to several steps.
 */
export const swapSteps = defineCommand({
  name: 'swap-steps',
  label: { it: 'Scambia i due passi', en: 'Swap the two steps' },
  parameters: { step: name, other: name },
  edit: (document, { step, other }) => {
    if (step === other) return document;
    const [one, two] = [onlyNext(document, step), onlyNext(document, other)];
    if (isRefusal(one)) return one;
    if (isRefusal(two)) return two;
    if (one.inside.includes(other) || two.inside.includes(step))
      return refuse('inside-itself', step);
    const swapped = (to: string) => (to === step ? other : to === other ? step : to);
    const free = anchored(document, [step, other]);
    const led = retargeted(free, (to, from) => {
      // A step's way on is now the other's; where that was the step itself, it is the other.
      if (one.inside.includes(from)) return to === one.next ? swapped(two.next) : to;
      if (two.inside.includes(from)) return to === two.next ? swapped(one.next) : to;
      return swapped(to);
    });
    const returned = withFallbacks(led, swapped);
    return withPlaces(exchanged(returned, step, other), step, other);
  },
});

function onlyNext(document: PathwayDocument, step: string) {
  const found: ReturnType<typeof findStep> = findStep(document, step);
  if ('code' in found) return found;
  const type = kindOf(found.node);
  if (type === 'final' || type === 'history') return refuse('final-step', step);
  const [next, ...others] = nextOf(document, step);
  if (next === undefined || others.length > 0) return refuse('next-ambiguous', step);
  return { next, inside: keysInside(step, found.node) };
}

/** Each node under the other's key of its container, in the other's place. */
function exchanged(document: PathwayDocument, step: string, other: string): PathwayDocument {
  const [one, two] = [findStep(document, step), findStep(document, other)];
  if ('code' in one || 'code' in two) return document;
  const swap = (key: string, node: MachineNode): readonly [string, MachineNode] => {
    if (key === step) return [other, two.node];
    return key === other ? [step, one.node] : [key, node];
  };
  return withNodes(document, (node) => {
    const { states, initial } = node;
    if (!states || (!own(states, step) && !own(states, other))) return node;
    const changed = Object.fromEntries(
      Object.entries(states).map(([key, child]) => swap(key, child)),
    );
    const first = initial === step ? other : initial === other ? step : initial;
    return withKey(withKey(node, 'states', changed), 'initial', first);
  });
}

function withPlaces(
  document: PathwayDocument,
  step: string,
  other: string,
): PathwayDocument | CommandRefusal {
  const [one, two] = [own(document.steps, step)?.at, own(document.steps, other)?.at];
  const first = withDeclaration(document, step, (declaration) => withKey(declaration, 'at', two));
  return withDeclaration(first, other, (declaration) => withKey(declaration, 'at', one));
}
