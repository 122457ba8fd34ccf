import { type CounterExample, type Pathway, timerName } from '@percorso/engine';
import { act, backTo, beginTrial, laterOf, type Trial, type Walker } from './walk.ts';

const BEGINNING = '2026-01-12T09:00:00.000Z';

/** The walk of a finding, at its start and ready to be walked; as far as the engine takes it. */
export function exampleTrial(
  pathway: Pathway,
  { participant, data, happenings }: CounterExample,
  named: Pick<Walker, 'name' | 'story'>,
  timeZone: string,
): Trial {
  const walker = { ...named, participant, data, start: BEGINNING };
  let trial = beginTrial(pathway, walker, timeZone);
  for (const event of happenings) {
    const last = trial.moments.at(-1);
    if (!last) break;
    const dueAt = event.type === 'timer' ? last.state.timers[event.timer] : undefined;
    const at = dueAt === undefined ? last.now : laterOf(dueAt, last.now);
    const done = event.type === 'timer' ? { ...event, timer: timerName(event.timer) } : event;
    const next = act(trial, { at, do: done });
    if ('code' in next) break;
    trial = next;
  }
  return backTo(trial, 0);
}
