/** What stays open, what is withdrawn and what is opened where a case is put in a new version. */
import type { CaseState, Circumstances, Effect } from '../case.ts';
import { addDuration, subtractDuration } from '../duration.ts';
import type { Occurrence } from '../machine-step.ts';
import { sortedJson } from '../sorted-json.ts';
import { listed, type StepNode, type StepTree } from '../tree.ts';

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
 * An open activity is kept wherever a present step still waits for it. One that ended at a step
 * that goes on stays ended, unless the list of what is `wanted` names it; any other is opened.
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
      (isOpen ? kept : opened).push(id);
      const old = before.activities.get(id);
      const isSame = () =>
        isWritten(old?.input, input) && from.some(({ key }) => key === old?.step);
      if (isOpen && !isSame()) revised.push(id);
    }
  }
  const withdrawn = Object.keys(state.activities).filter((id) => !kept.includes(id));
  return { opened, withdrawn, kept, revised };
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

export interface CarriedTimers {
  /** With the instants at which they are due, by the new version's ids. */
  readonly kept: Readonly<Record<string, string>>;
  readonly set: readonly string[];
  readonly cleared: readonly string[];
  readonly recomputed: readonly string[];
  /** Of those cleared: the ones that do not go on under another id or date either. */
  readonly ended: readonly string[];
}

/**
 * A timer keeps its due date while its step goes on. One whose duration changed (the first of the
 * step's old durations that is gone becomes the first new one) is due that long after the step
 * began, which is told from its old due date; it may be due at once. One that has fired does not
 * run again, unless the list of what is `wanted` names it. Others are set from now.
 */
export function carryTimers(
  continued: Continued,
  state: CaseState,
  { timeZone }: Circumstances,
  wanted?: readonly string[],
): CarriedTimers {
  const kept: Record<string, string> = {};
  const set: string[] = [];
  const recomputed: string[] = [];
  const carried = new Set<string>();
  for (const [step, sources] of continued) {
    const olds = sources.flatMap(durationsAt);
    const news = durationsAt(step).map(({ duration }) => duration);
    const gone = olds.filter((old) => !news.includes(old.duration));
    for (const duration of news) {
      const id = timerId(duration, step);
      const old = olds.find((one) => one.duration === duration) ?? gone.shift();
      const due = old && state.timers[old.id];
      const hasFired = due === undefined && old?.duration === duration;
      if (wanted ? !wanted.includes(id) : hasFired) continue;
      if (due === undefined) {
        set.push(id);
        continue;
      }
      carried.add(old!.id);
      if (old?.duration === duration) kept[id] = due;
      else {
        kept[id] = addDuration(subtractDuration(due, old!.duration, timeZone), duration, timeZone);
        recomputed.push(id);
      }
    }
  }
  const running = Object.keys(state.timers);
  const cleared = running.filter((id) => kept[id] !== state.timers[id]);
  return { kept, set, cleared, recomputed, ended: running.filter((id) => !carried.has(id)) };
}

function durationsAt(step: StepNode): { duration: string; id: string }[] {
  return Object.keys(step.node.after ?? {}).map((duration) => ({
    duration,
    id: timerId(duration, step),
  }));
}

function timerId(duration: string, { id }: StepNode): string {
  return `xstate.after.${duration}.${id}`;
}

/** In the order in which they happen: first what ends. */
export function occurrencesOf(
  activities: CarriedActivities,
  timers: CarriedTimers,
  context: Extract<Occurrence, { type: 'opened' }>['context'],
): Occurrence[] {
  return [
    ...activities.withdrawn.map((activity) => ({ type: 'withdrawn' as const, activity })),
    ...timers.cleared.map((timer) => ({ type: 'timer-cleared' as const, timer })),
    ...activities.opened.map((activity) => ({ type: 'opened' as const, activity, context })),
    ...timers.set.map((timer) => ({ type: 'timer-set' as const, timer })),
  ];
}

/** The effects of the timers that go on under another id or with another due date. */
export function timersMoved(tree: StepTree, state: CaseState, { kept }: CarriedTimers): Effect[] {
  return Object.entries(kept).flatMap(([timer, dueAt]): Effect[] => {
    if (state.timers[timer] === dueAt) return [];
    const { step, duration } = tree.timers.get(timer)!;
    return [{ type: 'set-timer', timer, step, duration, dueAt }];
  });
}
