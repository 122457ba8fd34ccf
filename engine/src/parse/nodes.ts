import type { MachineNode, Words } from '../document.ts';
import { partName } from './kind-words.ts';
import type { DocumentProblem } from './problem.ts';
import { listOf, problem } from './problems.ts';
import type { Check, NodeAt } from './scope.ts';
import { resolveTarget } from './targets.ts';

/** What a node of each kind may not have: XState would pass over it in silence. */
const MISFITS: Record<NodeAt['kind'], readonly (keyof MachineNode)[]> = {
  atomic: ['initial', 'history', 'target', 'onDone'],
  compound: ['history', 'target'],
  parallel: ['initial', 'history', 'target'],
  final: [
    'initial',
    'states',
    'on',
    'after',
    'always',
    'onDone',
    'invoke',
    'history',
    'target',
    'exit',
  ],
  history: ['initial', 'states', 'on', 'after', 'always', 'onDone', 'invoke', 'entry', 'exit'],
};

const RIGHT: Record<NodeAt['kind'], Words> = {
  atomic: {
    it: 'Un passo semplice non contiene passi.',
    en: 'A simple step contains no steps.',
  },
  compound: {
    it: 'Vale solo per un ritorno.',
    en: 'It is only for a return.',
  },
  parallel: {
    it: 'Con i rami paralleli cominciano tutti.',
    en: 'Of parallel branches every one begins.',
  },
  final: {
    it: 'Da un passo finale non si esce.',
    en: 'Nothing leaves a final step.',
  },
  history: {
    it: 'Un ritorno dice soltanto dove riporta.',
    en: 'A return says only where it leads back to.',
  },
};

/** Every node has what its kind needs, and nothing that its kind can't use. */
export const nodesFit: Check = ({ nodes }) =>
  nodes.flatMap((one) => [...misfits(one), ...initial(one)]);

/** A history leads to a step: XState follows two that lead to each other until its stack is full. */
export const historiesLeadToSteps: Check = (scope) =>
  scope.nodes.flatMap((one) => {
    const { target } = one.node;
    if (target === undefined || resolveTarget(scope, one, target)?.kind !== 'history') return [];
    const right = {
      it: 'Un ritorno deve portare a un passo, non a un altro ritorno.',
      en: 'A return must lead to a step, not to another return.',
    };
    return [problem('node-misfit', [...one.place, 'target'], partName('target'), right)];
  });

function misfits({ kind, node, place, parent }: NodeAt): DocumentProblem[] {
  // When the machine itself is done the case has ended: nothing follows any more.
  const unfit = parent ? MISFITS[kind] : ([...MISFITS[kind], 'onDone'] as const);
  return unfit
    .filter((key) => node[key] !== undefined)
    .map((key) => problem('node-misfit', [...place, key], partName(key), RIGHT[kind]));
}

function initial({ key, kind, node, place, children }: NodeAt): DocumentProblem[] {
  if (kind !== 'compound') return [];
  if (node.initial === undefined) return [problem('initial-missing', place, key)];
  // A history with nothing to remember leads to the initial step: it can't be that itself.
  const names = children.flatMap((child) => (child.kind === 'history' ? [] : child.key));
  if (names.includes(node.initial)) return [];
  const at = [...place, 'initial'];
  return [problem('initial-not-a-child', at, node.initial, listOf(names))];
}
