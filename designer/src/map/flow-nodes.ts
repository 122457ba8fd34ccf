import type { Language } from '@percorso/engine';
import type { Node } from '@xyflow/react';
import { timesOff } from '../deviations/words.ts';
import type { MapNode } from './map-nodes.ts';
import type { Tallies, Tally } from './tally.ts';
import { standsWords, WORDS } from './words.ts';

export interface Where {
  readonly language: Language;
  readonly presentSteps: readonly string[];
  readonly walkedSteps: readonly string[];
  readonly counts?: Readonly<Record<string, number>> | undefined;
  readonly tallies?: Tallies | undefined;
  readonly deviationCounts?: Readonly<Record<string, number>> | undefined;
  readonly chosen: string | undefined;
}

export interface StepData extends Record<string, unknown> {
  readonly step: MapNode;
  readonly label: string;
  /** What is said of the step besides its name: its stage, its kind. */
  readonly note: string;
  readonly mark: 'present' | 'walked' | 'none';
  readonly markWords: string;
  readonly count: number | undefined;
  readonly tallies: readonly Tally[];
  readonly deviationCount: number | undefined;
  readonly language: Language;
  readonly isChosen: boolean;
}

export type StepFlowNode = Node<StepData, 'step'>;

/** The map's steps as React Flow draws them. */
export function flowNodes(steps: readonly MapNode[], where: Where): StepFlowNode[] {
  return steps.map((step) => {
    const data = dataOf(step, where);
    const words = [data.label, data.note, data.markWords];
    if (data.count !== undefined)
      words.push(`${data.count} ${standsWords(data.count)[where.language]}`);
    words.push(...data.tallies.map((one) => `${one.words}: ${one.count}`));
    if (data.deviationCount) words.push(timesOff(data.deviationCount)[where.language]);
    return {
      id: step.key,
      type: 'step',
      data,
      position: { x: step.x, y: step.y },
      width: step.width,
      height: step.height,
      ...(step.parent ? { parentId: step.parent } : {}),
      connectable: false,
      selected: data.isChosen,
      draggable: false,
      ariaLabel: words.filter(Boolean).join(', '),
    };
  });
}

function dataOf(step: MapNode, where: Where): StepData {
  const { language } = where;
  const mark = where.presentSteps.includes(step.key)
    ? 'present'
    : where.walkedSteps.includes(step.key)
      ? 'walked'
      : 'none';
  const kind = step.kind === 'step' || step.kind === 'group' ? undefined : WORDS[step.kind];
  return {
    step,
    label: step.label[language],
    note: (kind ?? step.stage?.label)?.[language] ?? '',
    mark,
    markWords: mark === 'none' ? '' : WORDS[mark === 'present' ? 'here' : 'passed'][language],
    count: where.counts?.[step.key],
    tallies: (where.tallies?.[step.key] ?? []).filter(({ count }) => count > 0),
    deviationCount: where.deviationCounts?.[step.key],
    language,
    isChosen: where.chosen === step.key,
  };
}
