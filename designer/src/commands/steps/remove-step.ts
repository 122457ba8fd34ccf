import type { PathwayDocument } from '@percorso/engine';
import { type CommandRefusal, defineCommand } from '../command.ts';
import {
  findStep,
  keysInside,
  withNode,
  withoutChild,
  withoutDeclarations,
} from '../edit/nodes.ts';
import { withKey } from '../edit/records.ts';
import { nextOf, retargeted, waysInto, withFallbacks, withInitial } from '../edit/targets.ts';
import { name, oneOf, optional } from '../readers.ts';
import { refuse } from '../refusals.ts';

const parameters = { step: name, arrows: optional(oneOf('bridge', 'remove')), to: optional(name) };

/**
 * A step with all inside it. The arrows into it are bridged to `to`, or to the only step that it
 * leads to; or they are removed with it.
 */
export const removeStep = defineCommand({
  name: 'remove-step',
  label: { it: 'Togli il passo', en: 'Remove the step' },
  parameters,
  edit: (document, { step, arrows = 'bridge', to }) => {
    const found = findStep(document, step);
    if ('code' in found) return found;
    const gone = new Set(keysInside(step, found.node));
    const end = to === undefined ? undefined : findStep(document, to);
    if (end && 'code' in end) return end;
    if (to !== undefined && gone.has(to)) return refuse('inside-itself', step);
    const next = to ?? onlyNext(document, step);
    const isReached = waysInto(document, step).length > 0;
    if (arrows === 'bridge' && isReached && next === undefined)
      return refuse('next-ambiguous', step);
    const bridge = arrows === 'bridge' ? next : undefined;
    const free = retargeted(document, (target, from) =>
      gone.has(target) && !gone.has(from) ? bridge : target,
    );
    const returns = withFallbacks(free, (target) => (gone.has(target) ? bridge : target));
    const left = withoutStep(returns, found.parent, step, next);
    return 'code' in left ? left : withoutDeclarations(left, [...gone]);
  },
});

function onlyNext(document: PathwayDocument, step: string): string | undefined {
  const next = nextOf(document, step);
  return next.length === 1 ? next[0] : undefined;
}

/** The machine without the step; a group that it leaves empty becomes a simple step. */
function withoutStep(
  document: PathwayDocument,
  group: string,
  step: string,
  next: string | undefined,
): PathwayDocument | CommandRefusal {
  const around = withoutChild(document, group, step);
  const left = findLeft(around, group);
  if (left.length === 0) {
    if (group === document.machine.id) return refuse('last-step');
    return withNode(around, group, ({ states: _, initial: _first, onDone: _end, ...node }) =>
      node.type === 'parallel' ? withKey(node, 'type', undefined) : node,
    );
  }
  const first = next !== undefined && left.includes(next) ? next : left[0]!;
  return withInitial(around, group, (initial) => (initial === step ? first : initial));
}

/** The steps in which a group may begin. */
function findLeft(document: PathwayDocument, group: string): readonly string[] {
  const around =
    group === document.machine.id ? { node: document.machine } : findStep(document, group);
  if ('code' in around) return [];
  return Object.entries(around.node.states ?? {})
    .filter(([, node]) => node.type !== 'history')
    .map(([key]) => key);
}
