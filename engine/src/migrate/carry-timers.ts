/** Which timers go on, are set and are cleared where a case goes over. */
import type { CaseState, Circumstances, Effect } from '../case.ts';
import { addDuration, subtractDuration } from '../duration.ts';
import type { StepNode, StepTree } from '../tree.ts';
import type { Continued } from './carry-activities.ts';

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
 * A timer keeps its due date while its step goes on. One whose duration changed is due that long
 * after the step began; it may be due at once. One that has fired does not run again, unless the
 * list of what is `wanted` names it. Others are set from now.
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
  for (const { timer, old } of [...continued].flatMap(matched)) {
    const dueAt = old && state.timers[old.id];
    const isSame = old?.duration === timer.duration;
    const hasFired = isSame && dueAt === undefined;
    if (wanted ? !wanted.includes(timer.id) : hasFired) continue;
    if (!old || dueAt === undefined) {
      set.push(timer.id);
      continue;
    }
    carried.add(old.id);
    kept[timer.id] = isSame ? dueAt : dueWith(timer.duration, old, dueAt, timeZone);
    if (!isSame) recomputed.push(timer.id);
  }
  const running = Object.keys(state.timers);
  const cleared = running.filter((id) => kept[id] !== state.timers[id]);
  return { kept, set, cleared, recomputed, ended: running.filter((id) => !carried.has(id)) };
}

interface Timer {
  readonly id: string;
  readonly duration: string;
}

interface Matched {
  readonly timer: Timer;
  /** The one that it continues: of the same duration, else the first whose duration is gone. */
  readonly old: Timer | undefined;
}

function matched([step, sources]: readonly [StepNode, readonly StepNode[]]): Matched[] {
  const olds = sources.flatMap(timersAt);
  const news = timersAt(step);
  const isLike = (one: Timer) => (other: Timer) => one.duration === other.duration;
  const gone = olds.filter((old) => !news.some(isLike(old)));
  return news.map((timer) => ({ timer, old: olds.find(isLike(timer)) ?? gone.shift() }));
}

function timersAt({ id, node }: StepNode): Timer[] {
  return Object.keys(node.after ?? {}).map((duration) => ({
    duration,
    id: `xstate.after.${duration}.${id}`,
  }));
}

/** That long after the step began, which is told from when the old timer was due. */
function dueWith(duration: string, old: Timer, dueAt: string, timeZone: string): string {
  return addDuration(subtractDuration(dueAt, old.duration, timeZone), duration, timeZone);
}

/** The effects of the timers that go on under another id or with another due date. */
export function timersMoved(tree: StepTree, state: CaseState, { kept }: CarriedTimers): Effect[] {
  return Object.entries(kept).flatMap(([timer, dueAt]): Effect[] => {
    if (state.timers[timer] === dueAt) return [];
    const { step, duration } = tree.timers.get(timer)!;
    return [{ type: 'set-timer', timer, step, duration, dueAt }];
  });
}
