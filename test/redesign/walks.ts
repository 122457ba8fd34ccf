/** Cases that walk at random in a pathway drawn at random. */
import {
  type Answer,
  advance,
  type CaseEvent,
  type CaseState,
  type Circumstances,
  type Entry,
  type Pathway,
  start,
} from '@percorso/engine';
import { ACTIONS, Choices } from '../../engine/src/testing/arbitrary-document.ts';

export const START = Date.parse('2026-01-12T09:00:00.000Z');
export const DAY_MS = 86_400_000;
const STATE_COUNT_MAX = 3;

export interface Walked {
  readonly state: CaseState;
  readonly entries: readonly Entry[];
  readonly now: number;
}

export function circumstancesAt(now: number, age = 18): Circumstances {
  return { now: new Date(now).toISOString(), timeZone: 'UTC', participant: { age } };
}

/** A few moments of one walk. */
export function walked(pathway: Pathway, numbers: readonly number[]): Walked[] {
  const started = start(pathway, circumstancesAt(START));
  if (!started.ok) throw new Error(started.refusal.reason.en);
  const first = { state: started.state, entries: [started.entry], now: START };
  const moments = strides(pathway, first, numbers);
  const distinct = new Map(moments.map((one) => [JSON.stringify(one.state), one]));
  const all = [...distinct.values()];
  const every = Math.max(1, Math.ceil(all.length / STATE_COUNT_MAX));
  return all.filter((_, at) => at % every === 0);
}

/** Everything that a walk goes through from a moment on, that moment first. */
export function strides(pathway: Pathway, from: Walked, numbers: readonly number[]): Walked[] {
  const choices = new Choices(numbers);
  const moments = [from];
  for (const _ of numbers) {
    const { state, entries, now } = moments.at(-1)!;
    const event = happening(choices, state);
    if (!event) break;
    const due = event.type === 'timer' ? Date.parse(state.timers[event.timer]!) : 0;
    const at = Math.max(now + choices.below(3) * DAY_MS, due);
    const advanced = advance(pathway, state, event, circumstancesAt(at));
    if (!advanced.ok) continue;
    moments.push({ state: advanced.state, entries: [...entries, advanced.entry], now: at });
  }
  return moments;
}

/** With others at the same steps who have other facts, or who remember nothing. */
export function withSiblings(pathway: Pathway, cases: readonly Walked[]): Walked[] {
  const facts = [
    { count: 5, choice: 'left' },
    { count: 1, choice: null },
  ];
  return cases.flatMap((one, at) => {
    const event: CaseEvent = { type: 'correct', data: facts[at % facts.length]! };
    const other = advance(pathway, one.state, event, circumstancesAt(one.now));
    const isRemembering = Object.keys(one.state.history).length > 0;
    return [
      one,
      ...(other.ok ? [{ ...one, state: other.state }] : []),
      ...(isRemembering ? [{ ...one, state: { ...one.state, history: {} } }] : []),
    ];
  });
}

const ANSWERS: readonly (Answer | undefined)[] = [
  { choice: 'left' },
  { choice: 'right' },
  undefined,
];

/** Something that a case, or somebody about it, might do next; it may be refused. */
export function happening(choices: Choices, { activities, timers, status }: CaseState) {
  if (status === 'done') return undefined;
  const answer = choices.of(ANSWERS);
  const more = answer && { answer };
  const open = Object.keys(activities);
  const running = Object.keys(timers);
  const kind = choices.below(6);
  if (kind === 0 && open.length > 0)
    return { type: 'done', activity: choices.of(open), ...more } as const;
  if (kind === 1 && open.length > 0) {
    return { type: 'failed', activity: choices.of(open), reason: 'declined' } as const;
  }
  if (kind === 2 && running.length > 0)
    return { type: 'timer', timer: choices.of(running) } as const;
  return { type: 'action', action: choices.of(ACTIONS), ...more } as const;
}

/** Everything that may happen next, with every answer that makes a difference. */
export function everyEvent(pathway: Pathway, { activities, timers }: CaseState): CaseEvent[] {
  const answered = (event: CaseEvent): CaseEvent[] =>
    ANSWERS.map((answer) => (answer ? ({ ...event, answer } as CaseEvent) : event));
  return [
    ...Object.keys(pathway.document.actions).flatMap((action) =>
      answered({ type: 'action', action }),
    ),
    ...Object.keys(activities).flatMap((activity) => [
      ...answered({ type: 'done', activity }),
      { type: 'failed', activity, reason: 'declined' } as const,
    ]),
    ...Object.keys(timers).map((timer) => ({ type: 'timer', timer }) as const),
  ];
}
