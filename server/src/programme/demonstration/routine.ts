import type { Walker } from './walker.ts';

const DAY_MS = 86_400_000;

interface Routine {
  /** Days after the opening, at least and at most. */
  readonly days: readonly [number, number];
  readonly answer: Readonly<Record<string, string | number | boolean>>;
}

/** What case managers and partners do every day without a persona telling them. */
const ROUTINES: Readonly<Record<string, Routine>> = {
  'follow-up': { days: [2, 9], answer: { reached: true, goingWell: true } },
  'support-talk': { days: [1, 5], answer: { solved: true } },
};

/** Opened activities that the script doesn't name are planned; closed ones are forgotten. */
export function planRoutine(walker: Walker, now: Date): void {
  const { routine, state } = walker;
  for (const activity of routine.keys()) {
    if (!Object.hasOwn(state.activities, activity)) routine.delete(activity);
  }
  for (const activity of Object.keys(state.activities)) {
    const known = ROUTINES[activity];
    if (!known || routine.has(activity) || isScriptedSoon(walker, activity, now)) continue;
    const days = walker.chance.whole(...known.days);
    routine.set(activity, new Date(now.getTime() + days * DAY_MS));
  }
}

export function routineAnswer(activity: string): Routine['answer'] {
  return ROUTINES[activity]?.answer ?? {};
}

/** It is what the script does next, within a fortnight. */
function isScriptedSoon(walker: Walker, activity: string, now: Date): boolean {
  const next = walker.strides[0];
  if (next?.happening.type !== 'done' && next?.happening.type !== 'failed') return false;
  const soonMs = now.getTime() + 14 * DAY_MS - walker.startAt.getTime() - walker.delayMs;
  return next.happening.activity === activity && next.offsetMs < soonMs;
}
