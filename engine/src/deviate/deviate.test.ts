import { describe, expect, test, vi } from 'vitest';
import { available } from '../available.ts';
import { drawn, task, words } from '../check/testing-pathway.ts';
import { Prospects, prospectsOf } from '../migrate/prospects.ts';
import { end } from '../migrate/testing-versions.ts';
import { compile } from '../pathway.ts';
import { replay } from '../replay.ts';
import type { Deviation } from './deviation.ts';
import { possibleDeviations, tryDeviations } from './possible-deviations.ts';
import { circumstances, pathway, Trace } from './testing-trace.ts';

const reason = 'why';
const goTo = (to: string): Deviation => ({ type: 'go-to', to, reason });
const goBack = (to: string): Deviation => ({ type: 'go-back', to, reason });
const skip = (from: string, to: string): Deviation => ({ type: 'skip', from, to, reason });

function refusalOf(trace: Trace, deviation: Deviation) {
  const before = structuredClone(trace.state);
  const tried = trace.try(deviation);
  expect(trace.state).toEqual(before);
  if (tried.ok) throw new Error('not refused');
  return tried.refusal;
}

function changesOf(trace: Trace, deviation: Deviation): string[] {
  const tried = trace.try(deviation);
  if (!tried.ok) throw new Error(tried.refusal.reason.en);
  return tried.changes.map(({ words }) => words.it);
}

describe('a skipped step', () => {
  test('is left along an arrow whose rule says no, with its exit and the next one’s entry', () => {
    const trace = new Trace().walk('interview');
    expect(available(pathway, trace.state, circumstances)[0]?.verdict).toBe('no');
    trace.deviate(skip('plan', 'training'));
    expect(trace.state.value).toEqual({ training: 'lessons' });
    expect(trace.state.activities).toEqual({ course: 'enrolment' });
    expect(trace.state.timers).toEqual({});
    expect(trace.entries.at(-1)).toMatchObject({
      left: ['plan'],
      entered: ['training', 'lessons'],
      at: ['plan'],
    });
  });

  test('withdraws what it waited for', () => {
    const trace = new Trace().deviate(skip('meet', 'plan'));
    expect(trace.state.activities).toEqual({});
    expect(trace.state.data).toEqual({ met: true, plans: 1 });
    expect(trace.effects.map(({ type }) => type)).toContain('withdraw-activity');
  });

  test('that ends its stage lets the pathway go on by itself', () => {
    const trace = new Trace().walk('interview').deviate(skip('plan', 'training'));
    trace.deviate(skip('lessons', 'passed'));
    expect(trace.state.value).toBe('work');
  });

  test('leaves what lies beside it alone', () => {
    const trace = new Trace().walk('interview', 'BESIDE').deviate(skip('left-a', 'left-b'));
    expect(trace.state.value).toEqual({ both: { left: 'left-b', right: 'right-a' } });
  });

  test('leads through a history step to where the case was', () => {
    const trace = new Trace().deviate(goTo('lessons')).walk('ON');
    expect(trace.deviate(skip('work', 'again')).state.value).toEqual({ training: 'lessons' });
  });

  test('is refused off the arrows, from elsewhere, and into an outcome', () => {
    const trace = new Trace();
    const refusal = refusalOf(trace, skip('meet', 'work'));
    expect(refusal).toMatchObject({ code: 'no-way-there', path: 'to' });
    expect(refusal.unlock?.it).toContain('«plan»');
    expect(refusalOf(trace, skip('plan', 'training')).code).toBe('step-not-present');
    expect(refusalOf(trace, skip('nowhere', 'plan'))).toMatchObject({ path: 'from' });
    expect(refusalOf(trace, skip('meet', 'constructor')).code).toBe('step-unknown');
    expect(refusalOf(trace, skip('meet', 'gone')).code).toBe('would-end');
  });
});

describe('going to another step', () => {
  test('enters groups and regions as the pathway would, and stays beside what stays', () => {
    const trace = new Trace().deviate(goTo('both'));
    expect(trace.state.value).toEqual({ both: { left: 'left-a', right: 'right-a' } });
    trace.deviate(goTo('right-b'));
    expect(trace.state.value).toEqual({ both: { left: 'left-a', right: 'right-b' } });
    trace.deviate(goTo('right'));
    expect(trace.state.value).toEqual({ both: { left: 'left-a', right: 'right-a' } });
  });

  test('ends regions together that are complete together', () => {
    const trace = new Trace().deviate(goTo('left-b'));
    expect(trace.state.value).toEqual({ both: { left: 'left-b', right: 'right-a' } });
    trace.walk('RIGHT-A');
    expect(trace.state.value).toBe('work');
  });

  test('to the same step begins it anew', () => {
    const trace = new Trace();
    expect(changesOf(trace, goTo('meet'))).toContain('Il compito «interview» ricomincia da capo.');
    expect(trace.deviate(goTo('meet')).state.activities).toEqual({ interview: 'task' });
  });

  test('is refused where one does not stay, where it ends and where no outcome is reached', () => {
    const trace = new Trace();
    expect(refusalOf(trace, goTo('passing'))).toMatchObject({
      code: 'no-place-to-stay',
      unlock: { it: 'Scegliere «work».' },
    });
    expect(refusalOf(trace, goTo('gone')).code).toBe('would-end');
    expect(refusalOf(trace, goTo('pit')).code).toBe('no-outcome');
    expect(refusalOf(trace, goTo('nowhere')).code).toBe('step-unknown');
    expect(refusalOf(trace, { type: 'go-to', to: 'plan', reason: '' }).code).toBe('reason-missing');
    const told = 'La madre di Marta ha chiamato';
    expect(refusalOf(trace, { type: 'go-to', to: 'plan', reason: told }).path).toBe('reason');
  });

  test('looks for an outcome no farther than people can wait, beside what a check found', () => {
    const ofCheck = prospectsOf(pathway);
    const asked = vi.spyOn(Prospects.prototype, 'leadsToOutcome');
    expect(new Trace().try(goTo('plan')).ok).toBe(true);
    expect(asked.mock.contexts).toMatchObject([{ configurationsMax: 2000 }]);
    asked.mockRestore();
    expect(prospectsOf(pathway)).toBe(ofCheck);
  });

  test('is refused when the case has ended', () => {
    expect(refusalOf(new Trace().walk('CANCEL'), goTo('plan')).code).toBe('case-ended');
  });

  test('where immediate transitions never end is refused', () => {
    const { document } = pathway;
    const round = { always: { target: '#turn' } };
    const turn = { always: { target: '#round' } };
    const states = {
      ...document.machine.states,
      round: { ...round, id: 'round' },
      turn: { ...turn, id: 'turn' },
    };
    const endless = compile({ ...document, machine: { ...document.machine, states } });
    expect(refusalOf(new Trace(endless), goTo('round')).code).toBe('too-many-steps');
  });

  test('where nothing would change is refused', () => {
    const { document } = pathway;
    const both = {
      type: 'parallel',
      id: 'both',
      states: { one: { id: 'one' }, two: { id: 'two' } },
    };
    const states = {
      ...document.machine.states,
      both: { ...both, on: document.machine.states?.work?.on },
    };
    const flat = compile({ ...document, machine: { ...document.machine, states } as never });
    expect(refusalOf(new Trace(flat).deviate(goTo('both')), goTo('one')).code).toBe(
      'already-there',
    );
  });
});

describe('going back', () => {
  test('leads where the case has been', () => {
    const trace = new Trace().walk('interview');
    expect(trace.deviate(goBack('meet')).state.value).toBe('meet');
    expect(trace.state.activities).toEqual({ interview: 'task' });
  });

  test('is refused to where it never was, or was only until that was undone', () => {
    const trace = new Trace();
    expect(refusalOf(trace, goBack('work')).code).toBe('never-been-there');
    trace.walk('interview').undo();
    expect(refusalOf(trace, goBack('plan')).code).toBe('never-been-there');
  });
});

test('what a deviation means is told beforehand', () => {
  const trace = new Trace();
  expect(changesOf(trace, skip('meet', 'plan'))).toEqual([
    'Il caso lascia «meet».',
    'Il caso è poi in «plan».',
    'Il compito «interview» viene ritirato.',
    'Termine di «plan»: 26 gennaio 2026 alle ore 10:00.',
    'Il dato «met» diventa: sì (ora: non noto).',
    'Il dato «plans» diventa: 1 (ora: non noto).',
    'Parte il messaggio «hello».',
  ]);
  expect(changesOf(trace, goTo('lessons'))).toContain('Viene chiesto un posto: «course».');
});

test('what an activity needs to know and nobody has recorded is told', () => {
  const seat = task('seat', { edition: { fact: 'case.edition' } });
  const states = {
    here: { on: { GO: { target: '#there' } } },
    there: { invoke: { ...seat, src: 'enrolment' as const, onDone: { target: '#end' } } },
    end,
  };
  const data = { edition: { type: 'string', format: 'edition', label: words('Corso') } } as const;
  const trace = new Trace(compile(drawn({ states, data })));
  expect(changesOf(trace, goTo('there'))).toContain('Per «seat» manca ancora il dato «Corso».');
  const edition = '1f6c3a52-5b0f-4f3c-9d1c-2f6a4a0d9e11';
  trace.happen({ type: 'correct', data: { edition } });
  expect(changesOf(trace, goTo('there')).join()).not.toContain('manca');
});

test('what may be offered is what would not be refused', () => {
  const trace = new Trace().walk('interview', 'BESIDE');
  const { entries, state } = trace;
  expect(possibleDeviations(pathway, state, circumstances, entries)).toEqual({
    skip: [
      { from: 'both', to: ['work'] },
      { from: 'left', to: ['work'] },
      { from: 'left-a', to: ['left-b', 'work'] },
      { from: 'right', to: ['work'] },
      { from: 'right-a', to: ['right-b', 'work'] },
    ],
    goBack: ['meet', 'plan', 'both', 'left', 'left-a', 'right', 'right-a'],
    goTo: [
      ...['meet', 'plan', 'training', 'lessons', 'both', 'left', 'left-a', 'left-b'],
      ...['right', 'right-a', 'right-b', 'work'],
    ],
  });
  const ended = new Trace().walk('CANCEL');
  expect(possibleDeviations(pathway, ended.state, circumstances, ended.entries).goTo).toEqual([]);
});

test('it is found out a move at a time', () => {
  const { entries, state } = new Trace().walk('interview');
  const tries = tryDeviations(pathway, state, circumstances, entries);
  let count = 0;
  let tried = tries.next();
  for (; !tried.done; tried = tries.next()) count += 1;
  expect(count).toBeGreaterThanOrEqual(Object.keys(pathway.steps).length);
  expect(tried.value).toEqual(possibleDeviations(pathway, state, circumstances, entries));
});

test('the trace replays over deviations, and not where one does not follow', () => {
  const trace = new Trace().deviate(skip('meet', 'plan')).walk('BESIDE').deviate(goBack('meet'));
  expect(replay(pathway, trace.entries)).toEqual({ ok: true, state: trace.state });
  const [first, , ...rest] = trace.entries;
  expect(replay(pathway, [first!, ...rest])).toMatchObject({ ok: false, at: 1 });
});
