import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, start } from '../advance.ts';
import { available } from '../available.ts';
import type { CaseEvent, CaseState, Circumstances, Effect, Entry, Pathway } from '../case.ts';
import { prospectsOf } from '../migrate/prospects.ts';
import { compile, compiled, presentSteps, xstateMachine } from '../pathway.ts';
import { replay } from '../replay.ts';
import { ACTIONS, Choices } from '../testing/arbitrary-document.ts';
import { arbitraryWithExit } from '../testing/with-exit.ts';
import { openActivities } from './ad-hoc.ts';
import { deviate } from './deviate.ts';
import type { Deviated, Deviation } from './deviation.ts';
import { happenAgain, isReplayable } from './happen-again.ts';
import { undoLast } from './undo.ts';
import { stepsAfter } from './ways.ts';

const circumstances: Circumstances = {
  now: '2026-01-12T09:00:00.000Z',
  timeZone: 'UTC',
  participant: { age: 18 },
};
const reason = 'why';

const arbitraryTrace = fc.record({
  document: arbitraryWithExit,
  choices: fc.array(fc.nat(9999), { minLength: 40, maxLength: 90 }),
});
type Drawn = typeof arbitraryTrace extends fc.Arbitrary<infer T> ? T : never;

interface Stride {
  readonly kind: 'advance' | 'deviate' | 'undo';
  readonly before: CaseState;
  readonly entries: readonly Entry[];
  readonly done: { ok: true; state: CaseState; effects: readonly Effect[]; entry: Entry };
}

function deviation(choices: Choices, pathway: Pathway, state: CaseState, n: number): Deviation {
  const steps = Object.keys(pathway.steps);
  const added = Object.keys(state.adHoc ?? {});
  const from = choices.of(presentSteps(pathway, state));
  const { tree } = compiled(pathway);
  const after = stepsAfter(tree, tree.steps.get(from)!).map(({ key }) => key);
  const task = { text: `text-${n}`, assignee: { role: 'case-manager' as const }, form: 'choose' };
  // What is refused most often is asked for most often, so that each comes to pass.
  switch (choices.below(9)) {
    case 0:
    case 1:
      return { type: 'add-task', activity: `ad-hoc/${n}`, task, reason };
    case 2:
    case 3:
      return {
        type: 'withdraw-task',
        activity: added.length > 0 ? choices.of(added) : 'ad-hoc/999',
        reason,
      };
    case 4:
    case 5:
      return { type: 'go-back', to: choices.of(steps), reason };
    case 6:
    case 7:
      return { type: 'skip', from, to: choices.of([...after, ...steps.slice(0, 1)]), reason };
    default:
      return { type: 'go-to', to: choices.of(steps), reason };
  }
}

function happening(choices: Choices, state: CaseState): CaseEvent {
  const open = Object.keys(openActivities(state));
  const kind = choices.below(4);
  if (kind === 0 && open.length > 0)
    return { type: 'done', activity: choices.of(open), answer: { choice: 'left' } };
  if (kind === 1 && open.length > 0)
    return { type: 'failed', activity: choices.of(open), reason: 'declined' };
  return { type: 'action', action: choices.of(ACTIONS), answer: { choice: 'right' } };
}

/** Any mixture of advancing, deviating and undoing. */
function walk({ document, choices: numbers }: Drawn, show: (stride: Stride) => void = () => {}) {
  const pathway = compile(document);
  const choices = new Choices(numbers);
  const started = start(pathway, circumstances);
  if (!started.ok) throw new Error(started.refusal.reason.en);
  let { state } = started;
  const entries: Entry[] = [started.entry];
  const attempt = (kind: Stride['kind'], n: number) => {
    if (kind === 'advance')
      return advance(pathway, state, happening(choices, state), circumstances);
    if (kind === 'undo') return undoLast(pathway, entries, circumstances, { reason });
    const asked = deviation(choices, pathway, state, n);
    return deviate(pathway, state, asked, circumstances, { entries });
  };
  for (let n = 1; n < 16; n++) {
    const kind = choices.of(['advance', 'deviate', 'advance', 'deviate', 'undo'] as const);
    const before = structuredClone(state);
    const done = attempt(kind, n);
    expect(state).toEqual(before);
    if (!done.ok) continue;
    show({ kind, before: state, entries: [...entries], done });
    state = done.state;
    entries.push(done.entry);
  }
  return { pathway, state, entries };
}

describe('whatever is advanced, deviated and undone', () => {
  const whatever = (law: (drawn: Drawn) => void, numRuns = 100) =>
    fc.assert(fc.property(arbitraryTrace, law), { numRuns });

  test('the trace replays to the state', () => {
    const seen = new Set<string>();
    whatever((drawn) => {
      const { pathway, state, entries } = walk(drawn, ({ done }) =>
        seen.add(done.entry.event.type),
      );
      const stored = JSON.parse(JSON.stringify(entries));
      expect(replay(pathway, stored)).toEqual({ ok: true, state });
    });
    // Each is met in a fifth of the walks at least.
    for (const kind of ['skip', 'go-back', 'go-to', 'add-task', 'withdraw-task', 'undo'])
      expect(seen).toContain(kind);
  });

  test('what is undone and done again gives the same', () => {
    whatever((drawn) => {
      const { pathway, state, entries } = walk(drawn);
      const undone = undoLast(pathway, entries, circumstances, { reason });
      if (!undone.ok) return;
      const { event } = undone.undone;
      if (!isReplayable(event)) throw new Error('undid what is no step');
      const again = happenAgain(pathway, undone.state, event, undone.undone.circumstances);
      expect(again.ok && again.state).toEqual(state);
    });
  });

  test('the effects say what changed in what is open and what runs', () => {
    whatever((drawn) => {
      walk(drawn, ({ before, done: { effects, state, entry } }) => {
        const open = new Set([
          ...Object.keys(openActivities(before)),
          ...Object.keys(before.timers),
        ]);
        const { event } = entry;
        if (event.type === 'done' || event.type === 'failed') open.delete(event.activity);
        for (const effect of effects) apply(effect, open);
        const now = [...Object.keys(openActivities(state)), ...Object.keys(state.timers)];
        expect([...open].sort()).toEqual(now.sort());
      });
    });
  });

  test('the steps left and entered lead from the present steps to the next', () => {
    whatever((drawn) => {
      const pathway = compile(drawn.document);
      walk(drawn, ({ before, done: { state, entry } }) => {
        const counts = new Map(presentSteps(pathway, before).map((step) => [step, 1]));
        for (const step of entry.left) counts.set(step, (counts.get(step) ?? 0) - 1);
        for (const step of entry.entered) counts.set(step, (counts.get(step) ?? 0) + 1);
        const present = [...counts].flatMap(([step, n]) => (n === 0 ? [] : [[step, n]]));
        const expected = presentSteps(pathway, state).map((step) => [step, 1]);
        expect(present.sort()).toEqual(expected.sort());
      });
    });
  });

  test('a deviation leads where a case of the machine can be, and on to an outcome', () => {
    whatever((drawn) => {
      const pathway = compile(drawn.document);
      walk(drawn, ({ kind, done: { state, entry } }) => {
        if (kind !== 'deviate') return;
        expectAtHome(pathway, state);
        const isMove = 'to' in entry.event;
        if (isMove) expect(prospectsOf(pathway).leadsToOutcome(state)).not.toBe('no');
      });
    });
  });

  test('a move told as possible happens, one that is not is refused with its words', () => {
    whatever((drawn) => {
      const { pathway, state, entries } = walk(drawn);
      for (const to of Object.keys(pathway.steps)) {
        const tried: Deviated = deviate(
          pathway,
          state,
          { type: 'go-to', to, reason },
          circumstances,
          { entries },
        );
        if (tried.ok) expect(presentSteps(pathway, tried.state)).toContain(to);
        else expect(tried.refusal.reason.it.length).toBeGreaterThan(10);
      }
    }, 40);
  });
});

function expectAtHome(pathway: Pathway, state: CaseState): void {
  expect(state.status).toBe('active');
  const context = { case: state.data, participant: circumstances.participant };
  const resolved = xstateMachine(pathway).resolveState({ value: state.value, context });
  expect(resolved.value).toEqual(state.value);
  const present = presentSteps(pathway, state);
  const { tree } = compiled(pathway);
  for (const id of Object.keys(state.activities))
    expect(present).toContain(tree.activities.get(id)?.step);
  for (const id of Object.keys(state.timers)) expect(present).toContain(tree.timers.get(id)?.step);
  expect(() => available(pathway, state, circumstances)).not.toThrow();
  for (const action of ACTIONS) {
    const event: CaseEvent = { type: 'action', action, answer: { choice: 'left' } };
    expect(() => advance(pathway, state, event, circumstances)).not.toThrow();
  }
}

function apply(effect: Effect, open: Set<string>): void {
  if (effect.type === 'open-activity') open.add(effect.activity);
  if (effect.type === 'withdraw-activity') expect(open.delete(effect.activity)).toBe(true);
  if (effect.type === 'set-timer') open.add(effect.timer);
  if (effect.type === 'clear-timer') expect(open.delete(effect.timer)).toBe(true);
}
