import type { KeyboardEvent } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { NOTHING, stepsSelected } from '../editor/selection.ts';
import type { Point } from '../map/box.ts';

export interface KeyCommands {
  readonly steps: readonly { readonly key: string }[];
  readonly selected: ReadonlySet<string>;
  readonly push: (by: Point) => void;
  readonly remove: () => void;
  readonly startRenaming: (step: string) => void;
  readonly duplicate: () => void;
  readonly search: () => void;
  readonly openTools: (step: string) => void;
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** What the keys do on the drawing, but while something is typed. */
export function useCanvasKeys(commands: KeyCommands): (event: KeyboardEvent) => void {
  const editor = useEditor();
  return (event) => {
    if (!(event.target instanceof HTMLElement) || isElsewhere(event.target)) return;
    const isDone =
      event.ctrlKey || event.metaKey
        ? withControl(event, commands, editor)
        : alone(event, commands, editor);
    if (isDone) event.preventDefault();
  };
}

/** In a field, a menu or a toolbar, whose keys are their own. */
function isElsewhere(target: HTMLElement): boolean {
  return target.closest('input, textarea, select, [role="menu"], [role="toolbar"]') !== null;
}

function withControl(
  event: KeyboardEvent,
  { steps, duplicate, search }: KeyCommands,
  { select, isReadOnly }: ReturnType<typeof useEditor>,
): boolean {
  const key = event.key.toLowerCase();
  if (key === 'a') select(stepsSelected(...steps.map((step) => step.key)));
  else if (key === 'f') search();
  else if (key === 'd' && !isReadOnly) duplicate();
  else return false;
  return true;
}

function alone(
  event: KeyboardEvent,
  commands: KeyCommands,
  { select, send, mode, drawing, isReadOnly }: ReturnType<typeof useEditor>,
): boolean {
  const focused = (event.target as HTMLElement).closest<HTMLElement>('.react-flow__node');
  // A button on a step has its own Enter and Space.
  const isOnStep = focused !== null && focused === event.target;
  const step = focused?.dataset.id;
  const isChoosing = mode === 'connect' && !drawing.isAsking;
  if (event.key === 'Escape' && !isChoosing) {
    select(NOTHING);
    return true;
  }
  if (isOnStep && step !== undefined && (event.key === 'Enter' || event.key === ' ')) {
    if (isChoosing) send({ type: 'target', to: step });
    else choose(event, step, commands, select);
    return true;
  }
  if (isReadOnly) return false;
  const by = ARROWS[event.key];
  if (by && commands.selected.size > 0) {
    const length = event.shiftKey ? 1 : 10;
    commands.push({ x: by.x * length, y: by.y * length });
    return true;
  }
  if (event.key === 'Delete' || event.key === 'Backspace') commands.remove();
  else if (event.key === 'F2' && step !== undefined) commands.startRenaming(step);
  else if (event.key.toLowerCase() === 'c' && step !== undefined) {
    send({ type: 'connect', from: step, isByList: true });
  } else return false;
  return true;
}

function choose(
  event: KeyboardEvent,
  step: string,
  { selected, openTools }: KeyCommands,
  select: ReturnType<typeof useEditor>['select'],
): void {
  if (event.shiftKey) {
    const others = [...selected].filter((one) => one !== step);
    select(stepsSelected(...others, ...(selected.has(step) ? [] : [step])));
  } else if (selected.size === 1 && selected.has(step)) openTools(step);
  else select(stepsSelected(step));
}
