/** Two small versions of a pathway, and a case between them, for tests. */
import { advance, start } from '../advance.ts';
import type { CaseEvent, CaseState, Circumstances, Pathway } from '../case.ts';
import { drawn } from '../check/testing-pathway.ts';
import type { MachineNode } from '../document.ts';
import { compile } from '../pathway.ts';
import { type MappingHints, mapSteps } from './map-steps.ts';
import { migrateState } from './migrate-state.ts';
import type { Migration } from './migration.ts';

const circumstances: Circumstances = {
  now: '2026-01-12T09:00:00.000Z',
  timeZone: 'Europe/Rome',
  participant: {},
};
export const later: Circumstances = { ...circumstances, now: '2026-01-15T09:00:00.000Z' };

export type States = Readonly<Record<string, MachineNode>>;
/** What stands in a document besides its states. */
export type Drawing = Omit<Parameters<typeof drawn>[0], 'states'>;

/**
 * The state after some actions (and ends of activities, with a small initial letter, and timers, by
 * their ids).
 */
export function after(pathway: Pathway, ...happenings: readonly string[]): CaseState {
  const started = start(pathway, circumstances);
  if (!started.ok) throw new Error(started.refusal.reason.en);
  return happenings.reduce((state, name) => {
    const now = state.timers[name] ?? circumstances.now;
    const advanced = advance(pathway, state, eventOf(name), { ...circumstances, now });
    if (!advanced.ok) throw new Error(advanced.refusal.reason.en);
    return advanced.state;
  }, started.state);
}

function eventOf(name: string): CaseEvent {
  if (name.startsWith('xstate.')) return { type: 'timer', timer: name };
  const isAction = name === name.toUpperCase();
  return isAction ? { type: 'action', action: name } : { type: 'done', activity: name };
}

export function migrated(
  before: States,
  next: States,
  walk: readonly string[],
  hints?: MappingHints,
  drawing: Drawing | readonly [before: Drawing, after: Drawing] = {},
) {
  const [first, second] = 'length' in drawing ? drawing : [drawing, drawing];
  const from = compile(drawn({ ...first, states: before }));
  const to = compile(drawn({ ...second, states: next }));
  const mapping = mapSteps(from.document, to.document, hints);
  const state = after(from, ...walk);
  const migrate = (map = mapping) => migrateState(from, to, state, later, map);
  return { one: migrate(), from, to, state, mapping, migrate };
}

export function moved(before: States, next: States, walk: readonly string[], hints?: MappingHints) {
  const { one } = migrated(before, next, walk, hints);
  if (one.kind !== 'moved') throw new Error(JSON.stringify(one));
  return one;
}

/** The questions without their words: single steps to choose from. */
export function asked(one: Migration) {
  if (one.kind !== 'needs-decision') throw new Error(JSON.stringify(one));
  return one.questions.map(({ steps, choices }) => ({
    steps,
    choices: choices.map(({ at }) => at.join(' and ')),
  }));
}

export const end: MachineNode = { type: 'final' };
export const to = (target: string, action = 'GO'): MachineNode => ({
  on: { [action]: { target } },
});
/** One action for each target. */
export const ways = (...targets: readonly string[]): MachineNode => ({
  on: Object.fromEntries(targets.map((key) => [`TO_${key.toUpperCase()}`, { target: `#${key}` }])),
});

export const region = (first: string, second: string): MachineNode => ({
  initial: first,
  states: { [first]: to(`#${second}`, first.toUpperCase()), [second]: { type: 'final' } },
});
