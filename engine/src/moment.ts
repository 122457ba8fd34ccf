/** One case on a walk that somebody tries: where it is, when, and who walks. */
import { advance, start } from './advance.ts';
import type {
  Advanced,
  CaseEvent,
  CaseState,
  Circumstances,
  Effect,
  Entry,
  Pathway,
  Refusal,
} from './case.ts';
import type { Facts } from './document.ts';
import type { Happening, Persona } from './persona.ts';

export interface Moment {
  /** ISO 8601 instant in UTC. */
  readonly now: string;
  readonly participant: Facts;
  readonly state: CaseState;
  /** What followed from what has just happened. */
  readonly effects: readonly Effect[];
  /** What the trace keeps of it; nothing where the case itself did not move. */
  readonly entry?: Entry;
}

/** `refusal` is absent where something should have been refused, and was done. */
export type Momentary =
  | { readonly ok: true; readonly moment: Moment }
  | { readonly ok: false; readonly refusal?: Refusal };

/** The start of a case, by who walks it and when. */
export function firstMoment(
  pathway: Pathway,
  { participant, data, start: now }: Pick<Persona, 'participant' | 'data' | 'start'>,
  timeZone: string,
): Momentary {
  const started = start(pathway, { now, timeZone, participant }, data);
  return after(started, { now, participant });
}

/** What a happening makes of a moment, at the moment's own time; a refusal changes nothing. */
export function nextMoment(
  pathway: Pathway,
  moment: Moment,
  happening: Happening,
  timeZone: string,
): Momentary {
  const { now, participant, state } = moment;
  if (happening.type === 'participant') {
    const known = Object.entries({ ...participant, ...happening.facts });
    const left = known.filter((one): one is [string, Facts[string]] => one[1] !== null);
    return { ok: true, moment: { now, state, participant: Object.fromEntries(left), effects: [] } };
  }
  const circumstances: Circumstances = { now, timeZone, participant };
  if (happening.type === 'refused') {
    const event = withTimer(state, happening.event);
    const advanced = advance(pathway, state, event, circumstances);
    if (advanced.ok) return { ok: false };
    const { refusal } = advanced;
    return refusal.code === happening.code
      ? { ok: true, moment: { now, participant, state, effects: [] } }
      : { ok: false, refusal };
  }
  const advanced = advance(pathway, state, withTimer(state, happening), circumstances);
  return after(advanced, { now, participant });
}

function after(advanced: Advanced, at: Pick<Moment, 'now' | 'participant'>): Momentary {
  if (!advanced.ok) return advanced;
  const { state, effects, entry } = advanced;
  return { ok: true, moment: { ...at, state, effects, entry } };
}

const TIMER = /^xstate\.after\.(P[^.]+)\.(?:.*\.)?([^.]+)$/;

/** What a persona calls a timer: its step and its duration, `convened/P14D`. */
export function timerName(timer: string): string {
  const [, duration, step] = TIMER.exec(timer) ?? [];
  return duration ? `${step}/${duration}` : timer;
}

/** A persona names a timer by step and duration; XState's id says the same in other words. */
function withTimer(state: CaseState, event: CaseEvent): CaseEvent {
  if (event.type !== 'timer') return event;
  const timer = Object.keys(state.timers).find((id) => timerName(id) === event.timer);
  return timer ? { type: 'timer', timer } : event;
}
