import type { Language } from '@percorso/engine';
import type { Node } from '@xyflow/react';
import { timesOff } from '../deviations/words.ts';
import type { MapNode } from '../map/map-nodes.ts';
import type { DrawnStep, StepMarks } from './drawn-steps.ts';
import { isContainer } from './folded.ts';
import { WORDS } from './words.ts';

export interface StepData extends Record<string, unknown> {
  readonly drawn: DrawnStep;
  readonly marks: StepMarks;
  /** How many steps a folded group hides; undefined where nothing is folded. */
  readonly hiddenCount: number | undefined;
  readonly language: Language;
  readonly isReadOnly: boolean;
  readonly isRenaming: boolean;
  /** What is dragged would be in this group. */
  readonly isDropTarget: boolean;
  /** A click chooses it as where the arrow leads. */
  readonly isTarget: boolean;
  /** The arrow being drawn starts here. */
  readonly isSource: boolean;
}

export type CanvasNode = Node<StepData, 'step'>;

/** What is on the drawing at this moment, besides the document. */
export interface Moment {
  readonly language: Language;
  readonly isReadOnly: boolean;
  readonly selected: ReadonlySet<string>;
  /** Places of what is being dragged, in the step around it. */
  readonly moves: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly renaming: string | undefined;
  readonly dropTarget: string | undefined;
  /** Where the arrow starts whose target is being chosen. */
  readonly connectingFrom: string | undefined;
  readonly hiddenCounts: ReadonlyMap<string, number>;
  /** The id of the text that says which keys act on a step. */
  readonly keysId: string;
}

/** The heights at which things lie on each other: groups, arrows, steps, what is in hand. */
export const ARROW_Z = 20;
export const LIT_ARROW_Z = 25;
const STEP_Z = 30;
const SELECTED_Z = 40;

/** The steps as React Flow draws them. */
export function canvasNodes(
  steps: readonly MapNode[],
  drawn: ReadonlyMap<string, DrawnStep>,
  marks: (key: string) => StepMarks,
  moment: Moment,
): CanvasNode[] {
  const depths = new Map<string, number>();
  return steps.map((step) => {
    const depth = step.parent === undefined ? 0 : (depths.get(step.parent) ?? 0) + 1;
    depths.set(step.key, depth);
    return nodeOf(step, depth, dataOf(step.key, drawn.get(step.key)!, marks, moment), moment);
  });
}

function dataOf(
  key: string,
  drawn: DrawnStep,
  marks: (key: string) => StepMarks,
  moment: Moment,
): StepData {
  return {
    drawn,
    marks: marks(key),
    hiddenCount: moment.hiddenCounts.get(key),
    language: moment.language,
    isReadOnly: moment.isReadOnly,
    isRenaming: moment.renaming === key,
    isDropTarget: moment.dropTarget === key,
    isTarget: moment.connectingFrom !== undefined && moment.connectingFrom !== key,
    isSource: moment.connectingFrom === key,
  };
}

function nodeOf(step: MapNode, depth: number, data: StepData, moment: Moment): CanvasNode {
  const { key, parent, width, height } = step;
  const isOpenGroup = isContainer(step) && data.hiddenCount === undefined;
  const isSelected = moment.selected.has(key);
  return {
    id: key,
    type: 'step',
    data,
    position: moment.moves.get(key) ?? { x: step.x, y: step.y },
    width,
    height,
    // Sizes are known from the document: nothing waits until the browser has measured.
    measured: { width, height },
    ...(parent !== undefined && { parentId: parent }),
    selected: isSelected,
    draggable: !moment.isReadOnly && !data.isRenaming,
    zIndex: isOpenGroup ? depth : isSelected ? SELECTED_Z : STEP_Z,
    ariaLabel: ariaLabelOf(data),
    domAttributes: {
      'aria-describedby': moment.keysId,
      'aria-roledescription': WORDS.step[moment.language],
    },
    // The inside of a group lets the pointer through to the surface: to pan, to select by a box.
    ...(isOpenGroup && {
      style: { pointerEvents: 'none' as const },
      dragHandle: '.canvas-group-title',
    }),
  };
}

/** Everything that the step shows, in words. */
function ariaLabelOf({ drawn, marks, hiddenCount, language }: StepData): string {
  const say = (words: { it: string; en: string }) => words[language];
  const kind = drawn.kind === 'step' ? '' : say(WORDS.kinds[drawn.kind]);
  const activities = drawn.activities.map(({ label, who }) => (who ? `${label} (${who})` : label));
  const { problemCount, severity, commentCount, youthCount, deviationCount, walk, change } = marks;
  return [
    drawn.label,
    kind,
    drawn.note === kind ? '' : drawn.note,
    drawn.isInitial ? say(WORDS.begins) : '',
    ...activities,
    ...drawn.timers,
    drawn.isRepeated ? say(WORDS.repeated) : '',
    hiddenCount === undefined ? '' : say(hiddenWords(hiddenCount)),
    walk ? say(WORDS.walk[walk]) : '',
    change ? say(WORDS.change[change]) : '',
    youthCount ? `${youthCount} ${say(youthCount === 1 ? WORDS.youth : WORDS.youths)}` : '',
    deviationCount ? say(timesOff(deviationCount)) : '',
    problemCount > 0 && severity
      ? `${problemCount} ${say(problemCount === 1 ? WORDS.problem : WORDS.problems)}, ${say(WORDS.severity[severity])}`
      : '',
    commentCount > 0
      ? `${commentCount} ${say(commentCount === 1 ? WORDS.comment : WORDS.comments)}`
      : '',
    drawn.isUntranslated ? say(WORDS.untranslated) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

export function hiddenWords(count: number): { it: string; en: string } {
  return count === 1
    ? { it: '1 passo dentro', en: '1 step inside' }
    : { it: `${count} passi dentro`, en: `${count} steps inside` };
}
