import type { MachineNode, PathwayDocument, StepDeclaration } from '@percorso/engine';
import { parseDocument } from '@percorso/engine';

const GROUP_STEPS = 8;
const GROUP_SIZE = { width: 4 * 296, height: 2 * 128 + 56 };
const COLOURS = ['blue', 'teal', 'green', 'amber', 'orange', 'purple'] as const;

/**
 * A pathway with so many steps: groups of eight that follow each other, with rules, tasks, timers,
 * and arrows back; the steps that are left over are outcomes. The same count gives the same one.
 */
export function syntheticPathway(stepCount: number): PathwayDocument {
  const groupCount = Math.floor((stepCount - 2) / (GROUP_STEPS + 1));
  const endCount = stepCount - groupCount * (GROUP_STEPS + 1);
  const groups = Array.from({ length: groupCount }, (_, group) => group);
  const ends = Array.from({ length: endCount }, (_, end) => end);
  const shape = { groupCount, endCount, columns: Math.ceil(Math.sqrt(groupCount / 2)) };
  const parsed = parseDocument({
    ...frame(stepCount),
    steps: Object.fromEntries([
      ...groups.flatMap((group) => groupSteps(group, shape)),
      ...ends.map((end) => [`end-${end}`, endStep(end, shape)] as const),
    ]),
    machine: {
      id: `synthetic-${stepCount}`,
      initial: 'group-0',
      states: {
        ...Object.fromEntries(groups.map((group) => [`group-${group}`, groupNode(group, shape)])),
        ...Object.fromEntries(
          ends.map((end) => [`end-${end}`, { id: `end-${end}`, type: 'final' }]),
        ),
      },
    },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
  return parsed.document;
}

interface Shape {
  readonly groupCount: number;
  readonly endCount: number;
  readonly columns: number;
}

const said = (it: string, en = it) => ({ it, en });
const stepKey = (group: number, step: number) => `step-${group}-${step}`;

function frame(stepCount: number) {
  const field = { type: 'integer', label: said('Età', 'Age'), noun: said('l’età', 'the age') };
  return {
    format: 1,
    id: `synthetic-${stepCount}`,
    title: said(`Percorso di ${stepCount} passi`, `A pathway of ${stepCount} steps`),
    subject: 'person',
    participant: { type: 'object', properties: { age: field } },
    data: { type: 'object', properties: {} },
    forms: {},
    messages: {},
    rules: { adult: { fact: 'participant.age', op: '>=', value: 18 } },
    actions: {
      NEXT: { label: said('Avanti', 'On'), roles: ['case-manager'] },
      BACK: { label: said('Ri-orienta', 'Re-orient'), roles: ['case-manager'] },
      END: { label: said('Concludi', 'End'), roles: ['case-manager'], emphasis: 'final' },
    },
    stages: COLOURS.map((colour) => ({ id: colour, label: said(colour), colour })),
  };
}

function groupSteps(group: number, { columns }: Shape): (readonly [string, StepDeclaration])[] {
  const stage = COLOURS[group % COLOURS.length]!;
  const at = {
    x: (group % columns) * (GROUP_SIZE.width + 160),
    y: Math.floor(group / columns) * (GROUP_SIZE.height + 120),
  };
  return [
    [`group-${group}`, { label: said(`Gruppo ${group + 1}`, `Group ${group + 1}`), stage, at }],
    ...Array.from({ length: GROUP_STEPS }, (_, step) => {
      const label = said(`Passo ${group + 1}.${step + 1}`, `Step ${group + 1}.${step + 1}`);
      const place = { x: 24 + (step % 4) * 296, y: 56 + Math.floor(step / 4) * 128 };
      return [stepKey(group, step), { label, stage, at: place }] as const;
    }),
  ];
}

function endStep(end: number, { groupCount, columns }: Shape): StepDeclaration {
  const rows = Math.ceil(groupCount / columns);
  const at = { x: end * 260, y: rows * (GROUP_SIZE.height + 120) };
  return { label: said(`Esito ${end + 1}`, `Outcome ${end + 1}`), outcome: 'completed', at };
}

function groupNode(group: number, shape: Shape): MachineNode {
  const steps = Array.from({ length: GROUP_STEPS }, (_, step) => [
    stepKey(group, step),
    stepNode(group, step, shape),
  ]);
  return {
    initial: stepKey(group, 0),
    states: Object.fromEntries(steps),
    on: { END: { target: `#end-${group % shape.endCount}` } },
  };
}

function stepNode(group: number, step: number, { groupCount }: Shape): MachineNode {
  const isLast = step === GROUP_STEPS - 1;
  const next = isLast ? stepKey((group + 1) % groupCount, 0) : stepKey(group, step + 1);
  const first = `#${stepKey(group, 0)}`;
  const task = {
    id: `task-${group}-${step}`,
    src: 'task' as const,
    input: { label: said('Colloquio', 'Interview'), assignee: { role: 'case-manager' as const } },
    onDone: { target: `#${next}` },
  };
  return {
    id: stepKey(group, step),
    on: {
      NEXT: { target: `#${next}`, ...(step % 3 === 1 && { guard: 'adult' }) },
      ...(step % 4 === 3 && { BACK: { target: first } }),
    },
    ...(step % 3 === 2 && { invoke: task }),
    ...(step === 5 && { after: { P14D: { target: first } } }),
  };
}
