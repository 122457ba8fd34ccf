import type { MachineNode, PathwayDocument } from '@percorso/engine';
import { defineCommand, isRefusal } from '../command.ts';
import { isFree, withNode } from '../edit/nodes.ts';
import { freeName, withKey } from '../edit/records.ts';
import { nextOf, retargeted } from '../edit/targets.ts';
import { withListAt } from '../edit/transitions.ts';
import { name, names, words } from '../readers.ts';
import { refuse } from '../refusals.ts';
import { groupSteps } from '../steps/group-steps.ts';

const parameters = { steps: names, group: name, label: words };

/**
 * Change pattern 9, “parallelize”: steps that followed one another, named in their order, are done
 * side by side, each in a region that ends where its step led on to the next; when all have ended,
 * the pathway goes on to where the last one led. That must be one step.
 */
export const makeParallel = defineCommand({
  name: 'make-parallel',
  label: { it: 'Svolgi questi passi insieme', en: 'Do these steps side by side' },
  parameters,
  edit: (document, { steps, group, label }) => {
    const ways = nextOf(document, steps.at(-1) ?? '').filter((to) => !steps.includes(to));
    const [next, ...others] = ways;
    if (next === undefined || others.length > 0) return refuse('next-ambiguous', steps.at(-1));
    const grouped = groupSteps.edit(document, { steps, group, label });
    if (isRefusal(grouped)) return grouped;
    const regions = regionsOf(grouped, steps);
    const led = retargeted(grouped, (to, from) => {
      const region = regions.get(from);
      if (region && to !== from) return steps.includes(to) || to === next ? region.end : to;
      return !region && steps.includes(to) ? group : to;
    });
    return withRegions(led, group, [...regions.values()], next);
  },
});

interface Region {
  readonly step: string;
  readonly key: string;
  readonly end: string;
}

/** A region for each step, and the final step in which it ends, under names that are free. */
function regionsOf(document: PathwayDocument, steps: readonly string[]) {
  const taken = (key: string) => !isFree(document, key);
  return new Map(
    steps.map((step): [string, Region] => [
      step,
      {
        step,
        key: freeName(`${step.slice(0, 50)}-region`, taken),
        end: freeName(`${step.slice(0, 50)}-end`, taken),
      },
    ]),
  );
}

function withRegions(
  document: PathwayDocument,
  group: string,
  regions: readonly Region[],
  next: string,
): PathwayDocument {
  const drawn = withNode(document, group, (node) => {
    const states = regions.map(({ step, key, end }): [string, MachineNode] => {
      const inner = { [step]: node.states![step]!, [end]: { id: end, type: 'final' as const } };
      return [key, { id: key, initial: step, states: inner }];
    });
    const { initial: _first, ...rest } = node;
    const parallel: MachineNode = { ...rest, type: 'parallel', states: Object.fromEntries(states) };
    return withListAt(parallel, { kind: 'completed' }, [{ target: `#${next}` }]);
  });
  const words = regions.flatMap(({ step, key, end }) => [
    [key, { label: document.steps[step]!.label }] as const,
    [end, { label: { it: 'Fatto', en: 'Done' } }] as const,
  ]);
  return withKey(drawn, 'steps', { ...drawn.steps, ...Object.fromEntries(words) });
}
