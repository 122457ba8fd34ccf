/** What must follow where a case gets back a state that it had. */
import type { CaseState, Circumstances, Effect, Pathway } from '../case.ts';
import { follow } from '../effects.ts';
import { compiled } from '../pathway.ts';
import { openTask, withdrawTasks } from './ad-hoc.ts';

export interface Reopening {
  /** Activities that were not there, and that are withdrawn. */
  readonly withdrawn: readonly string[];
  /** Activities that ended since then, and that are opened again. */
  readonly opened: readonly string[];
}

/** Timers get their old dates, even where these have passed. `pathway` is the former state's. */
export function putBack(
  pathway: Pathway,
  former: CaseState,
  now: CaseState,
  { withdrawn, opened }: Reopening,
  circumstances: Circumstances,
): Effect[] {
  const { document, tree } = compiled(pathway);
  const context = { case: former.data, participant: circumstances.participant };
  const isOther = (timer: string) => former.timers[timer] !== now.timers[timer];
  const occurrences = [
    ...withdrawn.map((activity) => ({ type: 'withdrawn' as const, activity })),
    ...Object.keys(now.timers)
      .filter(isOther)
      .map((timer) => ({ type: 'timer-cleared' as const, timer })),
    ...opened.map((activity) => ({ type: 'opened' as const, activity, context })),
  ];
  const step = { ...former, isDone: false, occurrences };
  const timers = Object.entries(former.timers).filter(([timer]) => isOther(timer));
  return [
    ...follow(document, tree, now, step, circumstances).effects,
    ...timers.map(([timer, dueAt]): Effect => {
      const { step: key, duration } = tree.timers.get(timer)!;
      return { type: 'set-timer', timer, step: key, duration, dueAt };
    }),
    ...tasksPutBack(pathway, former, now),
  ];
}

function tasksPutBack({ document }: Pathway, former: CaseState, now: CaseState): Effect[] {
  const missing = (these: CaseState['adHoc'] = {}, among: CaseState['adHoc'] = {}) =>
    Object.fromEntries(Object.entries(these).filter(([id]) => !Object.hasOwn(among, id)));
  const opened = Object.entries(missing(former.adHoc, now.adHoc));
  return [
    ...withdrawTasks({ adHoc: missing(now.adHoc, former.adHoc) }),
    ...opened.map(([id, task]) => openTask(document, id, task)),
  ];
}
