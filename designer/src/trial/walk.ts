import {
  addDuration,
  elsewhere,
  firstMoment,
  type Happening,
  type Moment,
  type Momentary,
  nextMoment,
  type Pathway,
  type Persona,
  type PersonaTrouble,
  type Refusal,
  timerName,
  type Words,
} from '@percorso/engine';

/** Who walks, with what is known at the start. */
export type Walker = Pick<Persona, 'name' | 'participant' | 'data' | 'start'> & {
  /** The persona whose walk this is, if it is one's. */
  readonly persona?: Persona | undefined;
  /** Who this is. */
  readonly story?: Words | undefined;
};

/** One thing that is done on a walk; only the time passes where `do` is absent. */
export interface Deed {
  /** ISO 8601 instant. */
  readonly at: string;
  readonly do?: Happening;
  /** Where a persona says that it leads. */
  readonly steps?: readonly string[] | undefined;
}

/**
 * A walk that is being tried. The deeds are all that was, or is to be, done; the moments are the
 * start and as many of them as are walked. Going back only forgets moments: what was there before
 * is there again, exactly, and can be walked again.
 */
export interface Trial {
  readonly pathway: Pathway;
  readonly timeZone: string;
  readonly walker: Walker;
  readonly deeds: readonly Deed[];
  /** The start and where each walked deed led; none where the case can't even begin. */
  readonly moments: readonly Moment[];
  /** How many deeds should be walked; more than are where one can't be done any more. */
  readonly goal: number;
  /** It is walked in order to be kept as it goes now. */
  readonly isToKeep?: true;
  /** Why the next deed can't be walked, or where the last one led instead. */
  readonly trouble?: PersonaTrouble;
}

/** A youth at the start, with nothing done yet; a persona with the whole walk still to be done. */
export function beginTrial(pathway: Pathway, walker: Walker, timeZone: string): Trial {
  const deeds = walker.persona ? deedsOf(walker.persona, timeZone) : [];
  return atStart({ pathway, timeZone, walker, deeds, moments: [], goal: 0 });
}

/** A persona's strides, each at its time. */
function deedsOf(persona: Persona, timeZone: string): Deed[] {
  let at = persona.start;
  return persona.walk.map((stride) => {
    if (stride.after) at = addDuration(at, stride.after, timeZone);
    return { at, do: stride.do, steps: stride.steps };
  });
}

function atStart(trial: Trial): Trial {
  const begun = firstMoment(trial.pathway, trial.walker, trial.timeZone);
  if (begun.ok) return { ...withoutTrouble(trial), moments: [begun.moment] };
  return { ...trial, moments: [], trouble: { at: -1, what: refused(begun) } };
}

/** The deed that is next to be walked, if there is one. */
export function nextDeed({ deeds, moments }: Trial): Deed | undefined {
  return moments.length > 0 ? deeds[moments.length - 1] : undefined;
}

/** Walks the next deed; where it can't be done, says why and stays. */
export function stepForward(trial: Trial): Trial {
  const { pathway, moments } = trial;
  const deed = nextDeed(trial);
  if (!deed) return trial;
  const at = moments.length - 1;
  const next = take(trial, moments[at]!, deed);
  if (!next.ok) return { ...trial, trouble: { at, what: refused(next) } };
  const what = elsewhere(pathway, deed.steps, next.moment);
  const walked = { ...withoutTrouble(trial), moments: [...moments, next.moment] };
  return { ...walked, goal: moments.length, ...(what && { trouble: { at, what } }) };
}

/** Does something of one's own: what was still to be walked is forgotten. Else why it can't be. */
export function act(trial: Trial, deed: Deed): Trial | Refusal {
  const last = trial.moments.at(-1)!;
  const next = take(trial, last, deed);
  if (!next.ok) return next.refusal!;
  const walked = trial.moments.length - 1;
  const deeds = [...trial.deeds.slice(0, walked), deed];
  const moments = [...trial.moments, next.moment];
  return { ...withoutTrouble(trial), deeds, moments, goal: deeds.length };
}

/** Back to when this many deeds were walked; 0 is the start. */
export function backTo(trial: Trial, goal: number): Trial {
  const moments = trial.moments.slice(0, goal + 1);
  return { ...withoutTrouble(trial), moments, goal };
}

/** Walks on to when this many deeds are walked, or as far as it goes. */
export function forwardTo(trial: Trial, goal: number): Trial {
  let present = trial;
  while (present.moments.length <= goal) {
    const next = stepForward(present);
    if (next.moments.length === present.moments.length) return { ...next, goal };
    present = next;
  }
  return present;
}

/** The same walk on another document; what doesn't go there is kept, should it go again later. */
export function walkAgain(trial: Trial, pathway: Pathway): Trial {
  const begun = atStart({ ...trial, pathway });
  return begun.moments.length > 0 ? forwardTo(begun, trial.goal) : begun;
}

/** A round of deadlines may never end; nobody watches more of them. */
const DEADLINE_COUNT_MAX = 400;

/** Lets the time pass until an instant; the deadlines that fall due on the way do, each in turn. */
export function letTimePass(trial: Trial, until: string): Trial | Refusal {
  let present = trial;
  for (let count = 0; count < DEADLINE_COUNT_MAX; count += 1) {
    const due = nextDeadline(present);
    if (!due || due.dueAt > until) break;
    const { now } = present.moments.at(-1)!;
    const at = laterOf(due.dueAt, now);
    const next = act(present, { at, do: { type: 'timer', timer: timerName(due.timer) } });
    if ('code' in next) return next;
    present = next;
  }
  return present.moments.at(-1)!.now < until ? act(present, { at: until }) : present;
}

/** The later of two instants. */
export function laterOf(one: string, other: string): string {
  return Date.parse(one) > Date.parse(other) ? one : other;
}

/** The deadline that falls due first. */
export function nextDeadline({ moments }: Trial): { timer: string; dueAt: string } | undefined {
  const timers = Object.entries(moments.at(-1)?.state.timers ?? {});
  const [first] = timers.toSorted(([, one], [, other]) => one.localeCompare(other));
  return first && { timer: first[0], dueAt: first[1] };
}

function take({ pathway, timeZone }: Trial, last: Moment, deed: Deed): Momentary {
  const { entry: _, ...still } = { ...last, now: deed.at, effects: [] };
  if (!deed.do) return { ok: true, moment: still };
  return nextMoment(pathway, still, deed.do, timeZone);
}

function withoutTrouble({ trouble: _, ...trial }: Trial): Trial {
  return trial;
}

function refused({ refusal }: Extract<Momentary, { ok: false }>): PersonaTrouble['what'] {
  return refusal ? { kind: 'refused', refusal } : { kind: 'not-refused' };
}
