import { waysOf } from '../commands/edit/targets.ts';
import { commands } from '../commands/registry.ts';
import { newStepName } from '../editor/new-name.ts';
import { isOne, type StepCommand, same } from './step-command.ts';
import { WORDS } from './words.ts';

/** Menu entries that change how one gets from step to step. */
export const FLOW_COMMANDS: readonly StepCommand[] = [
  {
    id: 'set-initial',
    label: commands['set-initial'].label,
    section: 'flow',
    isFor: (chosen) => isOne(chosen, 'step', 'group', 'regions'),
    questions: [],
    steps: ({ document, chosen: [step] }) => {
      const group = step!.parent ?? document.machine.id;
      return [{ name: 'set-initial', parameters: { group, step: step!.key } }];
    },
  },
  {
    id: 'make-parallel',
    label: commands['make-parallel'].label,
    section: 'flow',
    isFor: (chosen) => chosen.length > 1,
    questions: [
      { name: 'label', label: WORDS.ask.name, asks: 'text', proposal: WORDS.newParts.regions },
    ],
    steps: ({ document, chosen }, { label = '' }) => {
      const steps = chosen.map(({ key }) => key);
      const parameters = { steps, group: newStepName(document, label), label: same(label) };
      return [{ name: 'make-parallel', parameters }];
    },
  },
  {
    id: 'swap-steps',
    label: commands['swap-steps'].label,
    section: 'flow',
    isFor: (chosen) => chosen.length === 2,
    questions: [],
    steps: ({ chosen: [step, other] }) => [
      { name: 'swap-steps', parameters: { step: step!.key, other: other!.key } },
    ],
  },
  {
    id: 'insert-step',
    label: commands['insert-step'].label,
    section: 'flow',
    isFor: (chosen) => chosen.length === 2,
    questions: [
      { name: 'label', label: WORDS.ask.name, asks: 'text', proposal: WORDS.newParts.step },
      { name: 'action', label: WORDS.ask.actionOn, asks: 'action' },
    ],
    steps: ({ document, chosen: [one, two] }, { label = '', action }) => {
      const isBack = !waysOf(document).some(({ from, to }) => from === one!.key && to === two!.key);
      const [from, to] = isBack ? [two!.key, one!.key] : [one!.key, two!.key];
      const step = newStepName(document, label);
      return [{ name: 'insert-step', parameters: { step, label: same(label), from, to, action } }];
    },
  },
  {
    id: 'repeat-step',
    label: commands['repeat-step'].label,
    section: 'flow',
    isFor: (chosen) => isOne(chosen, 'step', 'group', 'regions'),
    questions: [
      { name: 'guard', label: WORDS.ask.whileRule, asks: 'rule', isOptional: true },
      { name: 'action', label: WORDS.ask.actionAgain, asks: 'action', isOptional: true },
    ],
    steps: ({ chosen: [step] }, { guard, action }) => [
      {
        name: 'repeat-step',
        parameters: { step: step!.key, ...(guard && { guard }), ...(action && { action }) },
      },
    ],
  },
  {
    id: 'make-conditional',
    label: commands['make-conditional'].label,
    section: 'flow',
    isFor: (chosen) => isOne(chosen),
    questions: [
      { name: 'rule', label: WORDS.ask.rule, asks: 'rule' },
      { name: 'otherwise', label: WORDS.ask.otherwise, asks: 'next-step', isOptional: true },
    ],
    steps: ({ chosen: [step] }, { rule, otherwise }) => [
      {
        name: 'make-conditional',
        parameters: { step: step!.key, rule, ...(otherwise && { otherwise }) },
      },
    ],
  },
  {
    id: 'add-dependency',
    label: commands['add-dependency'].label,
    section: 'flow',
    isFor: (chosen) => isOne(chosen),
    questions: [{ name: 'after', label: WORDS.ask.after, asks: 'step' }],
    steps: ({ chosen: [step] }, { after }) => [
      { name: 'add-dependency', parameters: { step: step!.key, after } },
    ],
  },
  {
    id: 'remove-dependency',
    label: commands['remove-dependency'].label,
    section: 'flow',
    isFor: (chosen) => isOne(chosen),
    questions: [{ name: 'after', label: WORDS.ask.noLongerAfter, asks: 'step' }],
    steps: ({ chosen: [step] }, { after }) => [
      { name: 'remove-dependency', parameters: { step: step!.key, after } },
    ],
  },
  {
    id: 'replace-step',
    label: commands['replace-step'].label,
    section: 'flow',
    isFor: (chosen) => isOne(chosen, 'step'),
    questions: [
      { name: 'label', label: WORDS.ask.name, asks: 'text', proposal: WORDS.newParts.step },
    ],
    steps: ({ document, chosen: [step] }, { label = '' }) => [
      {
        name: 'replace-step',
        parameters: { step: step!.key, by: newStepName(document, label), label: same(label) },
      },
    ],
  },
  {
    id: 'extract-pathway',
    label: commands['extract-pathway'].label,
    section: 'flow',
    isFor: (chosen) => isOne(chosen, 'group'),
    questions: [
      { name: 'pathway', label: WORDS.ask.pathway, asks: 'text', proposal: WORDS.newParts.pathway },
    ],
    note: ({ isKept }) => (isKept ? WORDS.ask.extracted : WORDS.ask.extractedFile),
    steps: ({ document, pathways, chosen: [step] }, { pathway = '' }) => [
      {
        name: 'extract-pathway',
        parameters: { step: step!.key, pathway: newStepName(document, pathway, pathways) },
      },
    ],
  },
];
