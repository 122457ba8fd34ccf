import { describe, expect, test } from 'vitest';
import type { Entry } from '../case.ts';
import { drawn, task, words } from '../check/testing-pathway.ts';
import { mapSteps } from '../migrate/map-steps.ts';
import { migrateCase } from '../migrate/migrate-case.ts';
import { takeBack } from '../migrate/take-back.ts';
import { end } from '../migrate/testing-versions.ts';
import { compile } from '../pathway.ts';
import { replay, walkTrace } from '../replay.ts';
import { circumstances, muchLater, pathway, Trace } from './testing-trace.ts';
import type { Undone } from './undo.ts';
import { undoLast } from './undo.ts';

const reason = 'why';

function refusalOf(undone: Undone) {
  if (undone.ok) throw new Error('not refused');
  return undone.refusal;
}

function meaningOf(undone: Undone) {
  if (!undone.ok) throw new Error(undone.refusal.reason.en);
  const { changes, lasting } = undone;
  return { changes: changes.map((one) => one.words.it), lasting: lasting.map(({ it }) => it) };
}

describe('undoing', () => {
  test('gives back the state before the last step, with its facts and dates', () => {
    const trace = new Trace().walk('interview');
    const before = trace.state;
    trace.walk('BESIDE').undo();
    expect(trace.state).toEqual(before);
    expect(trace.entries.at(-1)).toMatchObject({
      event: { type: 'undo', of: 2, reason },
      at: ['left-a', 'right-a'],
      entered: ['plan'],
    });
    const [timer] = trace.effects;
    expect(timer).toMatchObject({ type: 'set-timer', dueAt: '2026-01-26T09:00:00.000Z' });
    expect(replay(pathway, trace.entries)).toEqual({ ok: true, state: before });
  });

  test('gives a time limit its old date where its step was entered again later', () => {
    const again = { target: '#a', reenter: true };
    const states = { a: { on: { AGAIN: again }, after: { P7D: { target: '#end' } } }, end };
    const trace = new Trace(compile(drawn({ states })));
    const { timers } = trace.state;
    trace.happen({ type: 'action', action: 'AGAIN' }, muchLater);
    expect(trace.state.timers).not.toEqual(timers);
    trace.undo();
    expect(trace.state.timers).toEqual(timers);
    const [[timer, dueAt]] = Object.entries(timers) as [[string, string]];
    expect(trace.effects).toMatchObject([
      { type: 'clear-timer', timer },
      { type: 'set-timer', timer, dueAt },
    ]);
  });

  test('goes back step by step, and forward again by advancing', () => {
    const trace = new Trace();
    const begun = trace.state;
    const walked = trace.walk('interview', 'BESIDE').state;
    expect(trace.undo().undo().state).toEqual(begun);
    expect(trace.walk('interview', 'BESIDE').state).toEqual(walked);
    expect(refusalOf(trace.undo().undo().tryUndo()).code).toBe('nothing-to-undo');
  });

  test('takes deviations and added tasks back too', () => {
    const trace = new Trace();
    const begun = trace.state;
    trace.deviate({ type: 'go-to', to: 'both', reason }).undo();
    expect(trace.state).toEqual(begun);
    const assignee = { role: 'case-manager' } as const;
    const added = { text: 'text-1', assignee };
    trace.deviate({ type: 'add-task', activity: 'ad-hoc/1', task: added, reason });
    trace.happen({ type: 'done', activity: 'ad-hoc/1' }).undo();
    expect(trace.effects).toMatchObject([{ type: 'open-activity', text: 'text-1' }]);
    const labels = { 'ad-hoc/1': words('Accompagnare al centro') };
    const told = undoLast(pathway, trace.entries, circumstances, { reason, labels });
    expect(meaningOf(told).changes).toEqual([
      'Il compito «Accompagnare al centro» viene ritirato.',
    ]);
    trace.undo();
    expect(trace.effects).toEqual([{ type: 'withdraw-activity', activity: 'ad-hoc/1' }]);
    expect(trace.state).toEqual(begun);
  });

  test('opens a case again that has ended', () => {
    const trace = new Trace().walk('CANCEL');
    expect(meaningOf(trace.tryUndo()).changes).toEqual([
      'Il percorso si riapre: l’esito registrato non vale più.',
      'Il caso lascia «gone».',
      'Il caso è poi in «meet».',
      'Si apre il compito «interview».',
      'Il dato «met» diventa: non noto (ora: sì).',
    ]);
    trace.undo();
    expect(trace.state).toEqual(new Trace().state);
    expect(trace.effects).toMatchObject([{ type: 'open-activity', activity: 'interview' }]);
  });

  test('says what cannot be undone', () => {
    const trace = new Trace().walk('interview');
    expect(meaningOf(trace.tryUndo())).toEqual({
      changes: [
        'Il caso lascia «plan».',
        'Il caso è poi in «meet».',
        'Si apre il compito «interview».',
        'Il termine di «plan» non vale più.',
        'Il dato «met» diventa: non noto (ora: sì).',
        'Il dato «plans» diventa: non noto (ora: 1).',
      ],
      lasting: ['Il messaggio «hello» è già partito.'],
    });
    expect(meaningOf(trace.tryUndo(circumstances, ['hello'])).lasting).toEqual([]);
    trace.deviate({ type: 'go-to', to: 'lessons', reason }).walk('BACK');
    expect(meaningOf(trace.tryUndo()).lasting).toEqual([
      'Il messaggio «hello» è già partito.',
      'Il posto in «course» è stato lasciato: torna solo se è ancora libero.',
    ]);
  });

  test('says of a time limit that has passed meanwhile that it runs out at once', () => {
    const trace = new Trace().walk('interview', 'BESIDE');
    expect(meaningOf(trace.tryUndo(muchLater)).changes).toContain(
      'Il termine di «plan» è già passato (26 gennaio 2026 alle ore 10:00): scade subito.',
    );
  });

  test('tells of requests that have left and of messages that seats may have sent', () => {
    const seat = {
      ...task('seat', { messages: { enrolled: 'hello' } }),
      src: 'enrolment' as const,
    };
    const call = { ...task('call'), src: 'service' as const };
    const states = {
      here: { on: { GO: { target: '#there' } } },
      there: { invoke: [seat, call] },
      end,
    };
    const messages = {
      hello: { to: 'participant' as const, subject: words('hello'), body: words('hello') },
    };
    const trace = new Trace(compile(drawn({ states, messages }))).walk('GO');
    expect(meaningOf(trace.tryUndo()).lasting).toEqual([
      'Il messaggio «hello» può essere già partito.',
      'La richiesta «call» è già partita.',
    ]);
  });
});

describe('undoing is refused', () => {
  test('at the start, and without a reason', () => {
    const trace = new Trace();
    expect(refusalOf(trace.tryUndo()).code).toBe('nothing-to-undo');
    const asked = undoLast(pathway, trace.entries, circumstances, { reason: ' ' });
    expect(refusalOf(asked).code).toBe('reason-missing');
  });

  test('where a time limit ran out', () => {
    const trace = new Trace().walk('interview');
    const [timer] = Object.keys(trace.state.timers);
    trace.happen({ type: 'timer', timer: timer! }, muchLater);
    expect(refusalOf(trace.tryUndo())).toMatchObject({ code: 'undo-timer' });
    expect(refusalOf(trace.tryUndo()).reason.it).toContain('«plan»');
  });

  test('where a partner, a service or another pathway was at work', () => {
    const trace = new Trace().deviate({ type: 'go-to', to: 'lessons', reason }).walk('course');
    expect(refusalOf(trace.tryUndo()).code).toBe('undo-partner');
    const assignee = { organisation: 'partner' };
    const added = new Trace().deviate({
      ...{ type: 'add-task', activity: 'ad-hoc/1', reason },
      task: { text: 'text-1', assignee },
    });
    added.happen({ type: 'failed', activity: 'ad-hoc/1', reason: 'declined' });
    expect(refusalOf(added.tryUndo()).code).toBe('undo-partner');
    for (const src of ['service', 'pathway'] as const) {
      const states = { here: { invoke: { ...task('call'), src, onDone: { target: '#there' } } } };
      const there = { there: { on: { GO: { target: '#end' } } }, end };
      const called = new Trace(compile(drawn({ states: { ...states, ...there } }))).walk('call');
      expect(refusalOf(called.tryUndo()).code).toBe('undo-elsewhere');
    }
  });

  test('across a move to another version, but not where that was taken back', () => {
    const next = compile({ ...pathway.document, title: words('Nuova') });
    const trace = new Trace().walk('interview');
    const [state, began] = [trace.state, trace.entries[0]!];
    const mapping = mapSteps(pathway.document, next.document);
    const versions = new Map([
      [1, pathway],
      [2, next],
    ]);
    const change = { from: 1, to: 2 };
    const migrated = migrateCase(pathway, next, state, circumstances, mapping, change);
    if (!migrated.ok) throw new Error(migrated.refusal.reason.en);
    const entries: Entry[] = [...trace.entries, migrated.entry];
    const undo = () => undoLast(pathway, entries, circumstances, { reason, versions });
    expect(refusalOf(undo())).toMatchObject({ code: 'undo-migration' });
    const done = { before: pathway, after: next, former: state, entry: migrated.entry };
    const back = takeBack(done, migrated.state, circumstances);
    if (!back.ok) throw new Error(back.refusal.reason.en);
    entries.push(back.entry);
    const undone = undo();
    if (!undone.ok) throw new Error(undone.refusal.reason.en);
    expect(undone.undone).toBe(trace.entries[1]);
    expect(undone.state).toEqual(replay(pathway, [began]).ok && new Trace().state);
    const replayed = replay(pathway, [...entries, undone.entry], versions);
    expect(replayed).toEqual({ ok: true, state: undone.state, version: 1 });
  });
});

test('a trace with an undoing of anything but the last entry does not replay', () => {
  const trace = new Trace().walk('interview', 'BESIDE').undo();
  const entries = trace.entries.with(-1, {
    ...trace.entries.at(-1)!,
    event: { type: 'undo', of: 1, reason },
  });
  expect(replay(pathway, entries)).toEqual({ ok: false, at: 3 });
  const tooMany = new Trace().entries.concat({
    ...entries[3]!,
    event: { type: 'undo', of: 0, reason },
  });
  expect(replay(pathway, tooMany)).toEqual({ ok: false, at: 1 });
  expect(() => undoLast(pathway, entries, circumstances, { reason })).toThrow('replay');
});

test('a long trace is walked once, an entry at a time, and undone without another walk', () => {
  const [began, there, back] = new Trace().walk('interview').undo().entries as [
    Entry,
    Entry,
    Entry,
  ];
  const entries = [began, there];
  for (let undone = 0; undone < 500; undone += 1) {
    const of = entries.length - 1;
    entries.push({ ...back, event: { type: 'undo', of, reason } }, there);
  }
  let replayed = 0;
  const counted = entries.map(({ circumstances: then, ...entry }) => ({
    ...entry,
    get circumstances() {
      replayed += 1;
      return then;
    },
  }));
  const steps = walkTrace(pathway, counted);
  let yielded = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) yielded += 1;
  const walked = step.value;
  expect(walked).toMatchObject({ ok: true, last: 1001, former: new Trace().state });
  expect([yielded, replayed]).toEqual([1002, 1002]);
  const undone = undoLast(pathway, counted, circumstances, { reason, walked });
  expect(undone).toMatchObject({ ok: true, state: new Trace().state });
  // Only of the entry that is undone it is asked again what it did.
  expect(replayed).toBe(1003);
});
