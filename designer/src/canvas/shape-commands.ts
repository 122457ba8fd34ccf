import { commands } from '../commands/registry.ts';
import type { Step } from '../editor/edit-history.ts';
import { newStepName } from '../editor/new-name.ts';
import { newStep } from '../editor/new-step.ts';
import { type MapNode, PADDING, PADDING_TOP } from '../map/map-nodes.ts';
import { isContainer } from './folded.ts';
import { type Chosen, isOne, type Question, type StepCommand, same } from './step-command.ts';
import { WORDS } from './words.ts';

const nameOf = (proposal: Question['proposal']): Question => ({
  name: 'label',
  label: WORDS.ask.name,
  asks: 'text',
  ...(proposal && { proposal }),
});

/** Menu entries that change what steps are, and in which group. */
export const SHAPE_COMMANDS: readonly StepCommand[] = [
  {
    id: 'group-steps',
    label: commands['group-steps'].label,
    section: 'shape',
    isFor: (chosen) => chosen.length > 0,
    questions: [nameOf(WORDS.newParts.group)],
    steps: ({ document, chosen }, { label = '' }) => {
      const x = Math.min(...chosen.map((step) => step.x)) - PADDING;
      const y = Math.min(...chosen.map((step) => step.y)) - PADDING_TOP;
      const steps = chosen.map(({ key }) => key);
      const group = newStepName(document, label);
      const inside = chosen.map((step) => [step.key, { x: step.x - x, y: step.y - y }]);
      return [
        { name: 'group-steps', parameters: { steps, group, label: same(label), at: { x, y } } },
        { name: 'set-positions', parameters: { positions: Object.fromEntries(inside) } },
      ];
    },
  },
  {
    id: 'ungroup',
    label: commands.ungroup.label,
    section: 'shape',
    isFor: (chosen) => isOne(chosen, 'group'),
    questions: [],
    steps: ({ steps, chosen: [group] }) => {
      const inside = steps
        .filter(({ parent }) => parent === group!.key)
        .map((step) => [step.key, { x: group!.x + step.x, y: group!.y + step.y }]);
      return [
        { name: 'ungroup', parameters: { group: group!.key } },
        { name: 'set-positions', parameters: { positions: Object.fromEntries(inside) } },
      ];
    },
  },
  {
    id: 'move-step',
    label: commands['move-step'].label,
    section: 'shape',
    isFor: (chosen) => chosen.length > 0,
    questions: [{ name: 'into', label: WORDS.ask.group, asks: 'group' }],
    steps: ({ document, chosen }, { into = '' }) =>
      chosen.map(({ key }): Step => {
        const group = into === document.machine.id ? {} : { into };
        return { name: 'move-step', parameters: { step: key, ...group } };
      }),
  },
  {
    id: 'add-inside',
    label: WORDS.addInside,
    section: 'shape',
    isFor: (chosen) => isOne(chosen, 'step', 'group'),
    questions: [nameOf(WORDS.newParts.step)],
    steps: ({ document, chosen: [group] }, { label }) =>
      newStep(document, { kind: 'step', label: same(label), into: group!.key, ...FIRST }).steps,
  },
  {
    id: 'add-region',
    label: commands['add-region'].label,
    section: 'shape',
    isFor: (chosen) => isOne(chosen, 'regions'),
    questions: [
      nameOf(WORDS.newParts.region),
      { name: 'first', label: WORDS.ask.first, asks: 'text', proposal: WORDS.newParts.first },
    ],
    steps: ({ document, chosen: [group] }, { label = '', first = '' }) => {
      const region = newStepName(document, label);
      const step = newStepName(document, first, new Set([region]));
      const parameters = {
        group: group!.key,
        region,
        label: same(label),
        first: { step, label: same(first) },
      };
      return [{ name: 'add-region', parameters }];
    },
  },
  {
    id: 'add-history',
    label: commands['add-history'].label,
    section: 'shape',
    isFor: (chosen) => isOne(chosen, 'group', 'regions'),
    questions: [nameOf(WORDS.newParts.history)],
    steps: ({ document, chosen: [group] }, { label }) =>
      newStep(document, { kind: 'history', label: same(label), into: group!.key, ...FIRST }).steps,
  },
  whole('make-group-parallel', (step) => step.kind === 'group'),
  {
    id: 'make-group-sequential',
    label: commands['make-group-sequential'].label,
    section: 'shape',
    isFor: (chosen) => isOne(chosen, 'regions'),
    questions: [{ name: 'initial', label: WORDS.ask.initial, asks: 'inner-step' }],
    steps: ({ chosen: [group] }, { initial }) => [
      { name: 'make-group-sequential', parameters: { group: group!.key, initial } },
    ],
  },
  {
    id: 'set-stage',
    label: commands['set-stage'].label,
    section: 'shape',
    isFor: (chosen) => chosen.length > 0,
    questions: [{ name: 'stage', label: WORDS.ask.stage, asks: 'stage', isOptional: true }],
    steps: ({ chosen }, { stage }) => [
      {
        name: 'set-stage',
        parameters: { steps: chosen.map(({ key }) => key), stage: stage || null },
      },
    ],
  },
  {
    id: 'make-final',
    label: WORDS.makeFinal,
    section: 'shape',
    isFor: (chosen) => isOne(chosen, 'step'),
    questions: [],
    steps: ({ chosen: [step] }) => {
      const outcome = step!.parent === undefined ? { outcome: 'completed' } : {};
      return [
        { name: 'set-step-kind', parameters: { step: step!.key, kind: 'final', ...outcome } },
      ];
    },
  },
  {
    id: 'make-ordinary',
    label: WORDS.makeOrdinary,
    section: 'shape',
    isFor: (chosen) => isOne(chosen, 'end'),
    questions: [],
    steps: ({ chosen: [step] }) => [
      { name: 'set-step-kind', parameters: { step: step!.key, kind: 'step' } },
    ],
  },
  ...(['left', 'top'] as const).map(
    (side): StepCommand => ({
      id: `align-${side}`,
      label: WORDS.align[side],
      section: 'place',
      isFor: (chosen) => chosen.length > 1,
      questions: [],
      steps: (chosen) => [aligned(chosen, side)],
    }),
  ),
];

const FIRST = { first: WORDS.newParts.first, region: WORDS.newParts.region };

function whole(name: 'make-group-parallel', fits: (step: MapNode) => boolean): StepCommand {
  return {
    id: name,
    label: commands[name].label,
    section: 'shape',
    isFor: (chosen) => chosen.length === 1 && isContainer(chosen[0]!) && fits(chosen[0]!),
    questions: [],
    steps: ({ chosen: [group] }) => [{ name, parameters: { group: group!.key } }],
  };
}

function aligned({ chosen }: Chosen, side: 'left' | 'top'): Step {
  const axis = side === 'left' ? 'x' : 'y';
  const least = Math.min(...chosen.map((step) => step[axis]));
  const places = chosen.map(({ key, x, y }) => [key, { x, y, [axis]: least }]);
  return { name: 'set-positions', parameters: { positions: Object.fromEntries(places) } };
}
