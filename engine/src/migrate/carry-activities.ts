/** Which activities stay open, are withdrawn and are opened where a case goes over. */
import type { CaseState } from '../case.ts';
import type { ActivityInput, ActivityKind, Assignee } from '../document.ts';
import { sortedJson } from '../sorted-json.ts';
import { type ActivityDeclaration, listed, type StepNode, type StepTree } from '../tree.ts';

/** The old steps that each present step of the new version continues; none where it is entered. */
export type Continued = ReadonlyMap<StepNode, readonly StepNode[]>;

/** The activities by what becomes of them. */
export interface CarriedActivities {
  readonly opened: readonly string[];
  readonly withdrawn: readonly string[];
  readonly kept: readonly string[];
  /** Of those kept: described otherwise, or at another step. */
  readonly revised: readonly string[];
}

/**
 * An open activity is kept wherever a present step still waits for it and leaves it with whoever
 * does it: what is given to somebody else is withdrawn, and opened anew for them. One that ended
 * at a step that goes on stays ended, unless the list of what is `wanted` names it; any other is
 * opened.
 */
export function carryActivities(
  continued: Continued,
  before: StepTree,
  state: CaseState,
  wanted?: readonly string[],
): CarriedActivities {
  const sources = [...continued.values()].flat();
  const known = new Map(
    sources.flatMap((step) => listed(step.node.invoke)).map(({ id, src }) => [id, src]),
  );
  const opened: string[] = [];
  const kept: string[] = [];
  const revised: string[] = [];
  for (const [step, from] of continued) {
    for (const { id, src, input } of listed(step.node.invoke)) {
      const isOpen = Object.hasOwn(state.activities, id) && state.activities[id] === src;
      const isWanted = wanted ? wanted.includes(id) : isOpen || known.get(id) !== src;
      if (!isWanted) continue;
      const old = before.activities.get(id);
      if (!isOpen || isHandedOn(old, input)) {
        opened.push(id);
        continue;
      }
      kept.push(id);
      const isSame = () =>
        isWritten(old?.input, input) && from.some(({ key }) => key === old?.step);
      if (!isSame()) revised.push(id);
    }
  }
  const withdrawn = Object.keys(state.activities).filter((id) => !kept.includes(id));
  return { opened, withdrawn, kept, revised };
}

/** Is it somebody else's to do? */
function isHandedOn(old: ActivityDeclaration | undefined, input: ActivityInput): boolean {
  if (!old) return false;
  return !isWritten(doerOf(old.kind, old.input), doerOf(old.kind, input));
}

const CASE_MANAGER: Assignee = { role: 'case-manager' };
const NOBODY = {};

/** A seat is seen to by whoever gives the edition; a sub-pathway and a service are nobody's task. */
function doerOf(kind: ActivityKind, { assignee }: ActivityInput): object {
  const isTask = kind === 'task' || kind === 'appointment';
  return isTask ? (assignee ?? CASE_MANAGER) : NOBODY;
}

const texts = new WeakMap<object, string>();

/** Are both written the same in their documents? Asked for every case, of the same few inputs. */
function isWritten(one: object | undefined, other: object): boolean {
  return one !== undefined && textOf(one) === textOf(other);
}

function textOf(input: object): string {
  const text = texts.get(input) ?? sortedJson(input);
  texts.set(input, text);
  return text;
}
