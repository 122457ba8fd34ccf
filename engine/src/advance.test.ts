import { describe, expect, test } from 'vitest';
import { advance, start } from './advance.ts';
import { available } from './available.ts';
import type { CaseEvent, CaseState, Circumstances, Effect, RefusalCode } from './case.ts';
import type { Facts, MachineInvoke, MachineNode, PathwayDocument, Words } from './document.ts';
import { parseDocument } from './parse/parse-document.ts';
import { compile, presentSteps } from './pathway.ts';
import { replay } from './replay.ts';

const words = (text: string): Words => ({ it: text, en: text });

const document: PathwayDocument = {
  format: 1,
  id: 'welcome',
  title: words('Welcome'),
  subject: 'person',
  participant: {
    type: 'object',
    properties: { age: { type: 'integer', label: words('Age') } },
  },
  data: {
    type: 'object',
    properties: {
      noShows: { type: 'integer', label: words('No-shows'), default: 0, minimum: 0 },
      consent: { type: 'boolean', label: words('Consent') },
      place: { type: 'string', label: words('Course'), format: 'edition' },
    },
  },
  forms: {
    consent: {
      type: 'object',
      properties: {
        consent: { type: 'boolean', label: words('Consent') },
        remark: { type: 'string', format: 'note', label: words('Remark') },
      },
      required: ['consent', 'remark'],
    },
    enrol: {
      type: 'object',
      properties: { place: { type: 'string', format: 'edition', label: words('Course') } },
      required: ['place'],
    },
    result: {
      type: 'object',
      properties: { attendance: { type: 'integer', format: 'attendance', label: words('%') } },
      required: ['attendance'],
    },
  },
  rules: {
    'may-consent': {
      any: [
        { fact: 'participant.age', op: '>=', value: 18 },
        { fact: 'case.consent', op: '=', value: true },
      ],
    },
    attended: { fact: 'answer.attendance', op: '>=', value: 75 },
    'often-missed': { fact: 'case.noShows', op: '>=', value: 2 },
  },
  actions: {
    TAKE_IN_CHARGE: { label: words('Take in charge'), roles: ['case-manager'] },
    CONSENT: { label: words('Record consent'), form: 'consent', roles: ['case-manager'] },
    ENROL: { label: words('Enrol'), form: 'enrol', roles: ['case-manager'], emphasis: 'primary' },
    WITHDRAW: { label: words('Withdraw'), roles: ['youth'], emphasis: 'final' },
    MISSED: { label: words('Missed'), roles: ['case-manager'], emphasis: 'quiet' },
  },
  messages: { hello: { to: 'participant', subject: words('Hello'), body: words('Hello') } },
  stages: [],
  steps: {
    waiting: { label: words('Waiting') },
    strategy: { label: words('Strategy') },
    course: { label: words('Course') },
    finished: { label: words('Finished'), outcome: 'employment' },
    lost: { label: words('Lost'), outcome: 'lost-contact' },
    gone: { label: words('Gone'), outcome: 'withdrawn' },
  },
  machine: {
    id: 'welcome',
    initial: 'waiting',
    on: { WITHDRAW: { target: '#gone' } },
    states: {
      waiting: {
        id: 'waiting',
        entry: [{ type: 'message', params: { message: 'hello' } }],
        on: {
          TAKE_IN_CHARGE: { target: '#strategy', guard: 'may-consent' },
          CONSENT: { actions: [{ type: 'record', params: { consent: { answer: 'consent' } } }] },
          MISSED: { actions: [{ type: 'record', params: { noShows: { add: 1 } } }] },
        },
        after: { P14D: { target: '#lost' } },
        always: { target: '#lost', guard: 'often-missed' },
      },
      strategy: {
        id: 'strategy',
        on: {
          ENROL: {
            target: '#course',
            actions: [{ type: 'record', params: { place: { answer: 'place' } } }],
          },
        },
      },
      course: {
        id: 'course',
        invoke: {
          id: 'attend',
          src: 'enrolment',
          input: {
            label: words('Attend'),
            form: 'result',
            assignee: { organisation: 'codici' },
            edition: { fact: 'case.place' },
            due: 'P1M',
          },
          onDone: { target: '#finished', guard: 'attended' },
          onError: { target: '#course', reenter: true },
        },
      },
      finished: { id: 'finished', type: 'final' },
      lost: { id: 'lost', type: 'final' },
      gone: { id: 'gone', type: 'final' },
    },
  },
};

const pathway = compile(document);

test('the document of these tests is a valid one', () => {
  const parsed = parseDocument(JSON.stringify(document));
  expect(parsed.ok ? [] : parsed.problems).toEqual([]);
});

const at = (now: string, participant: Facts = { age: 20 }): Circumstances => ({
  now,
  timeZone: 'Europe/Rome',
  participant,
});
const january = at('2026-01-12T09:00:00.000Z');
const minor = at('2026-01-12T09:00:00.000Z', { age: 16 });
const timer = 'xstate.after.P14D.waiting';

function begun(circumstances = january): CaseState {
  const started = start(pathway, circumstances);
  if (!started.ok) throw new Error(started.refusal.code);
  return started.state;
}

function after(events: readonly CaseEvent[], circumstances = january): CaseState {
  return events.reduce((state, event) => {
    const advanced = advance(pathway, state, event, circumstances);
    if (!advanced.ok) throw new Error(advanced.refusal.code);
    return advanced.state;
  }, begun(circumstances));
}

const TAKE: CaseEvent = { type: 'action', action: 'TAKE_IN_CHARGE' };
const ENROL: CaseEvent = { type: 'action', action: 'ENROL', answer: { place: 'course-1' } };
const done = (attendance: number): CaseEvent => ({
  type: 'done',
  activity: 'attend',
  answer: { attendance },
});

describe('every refusal', () => {
  const consent = (answer: Facts): CaseEvent => ({ type: 'action', action: 'CONSENT', answer });
  const correct = (data: Facts): CaseEvent => ({ type: 'correct', data });
  const atCourse = after([TAKE, ENROL]);
  const cases: [string, RefusalCode, CaseState, CaseEvent, Circumstances?][] = [
    ['an ended case', 'case-ended', after([{ type: 'action', action: 'WITHDRAW' }]), TAKE],
    ['an unknown action', 'action-unknown', begun(), { type: 'action', action: 'NONE' }],
    ['a name of every object', 'action-unknown', begun(), { type: 'action', action: 'toString' }],
    [
      'an inner event',
      'action-unknown',
      atCourse,
      { type: 'action', action: 'xstate.done.actor.attend' },
    ],
    ['an action of another step', 'action-not-open-here', begun(), ENROL],
    ['a rule', 'rule-says-no', begun(minor), TAKE, minor],
    ['a rule with a missing fact', 'rule-says-no', begun(), TAKE, at(january.now, {})],
    ['a rule at the end of an activity', 'rule-says-no', atCourse, done(60)],
    ['a missing answer', 'answer-invalid', begun(), { type: 'action', action: 'CONSENT' }],
    ['a wrong answer', 'answer-invalid', begun(), consent({ consent: 'yes', remark: 'x' })],
    [
      'an answer nobody asked for',
      'answer-invalid',
      begun(),
      { ...TAKE, answer: { x: 1 } } as CaseEvent,
    ],
    ['a wrong end of an activity', 'answer-invalid', atCourse, done(101)],
    ['an activity not open', 'activity-not-open', begun(), done(80)],
    [
      'a failure of an activity not open',
      'activity-not-open',
      begun(),
      { type: 'failed', activity: 'constructor', reason: 'declined' },
    ],
    ['a timer of another step', 'timer-not-running', atCourse, { type: 'timer', timer }],
    ['a timer too early', 'timer-not-due', begun(), { type: 'timer', timer }],
    ['an unknown fact', 'fact-unknown', begun(), correct({ shoeSize: 43 })],
    ['a wrong fact', 'fact-invalid', begun(), correct({ noShows: -1 })],
  ];

  test.each(cases)('%s: %s', (_, code, state, event, circumstances = january) => {
    const before = JSON.stringify(state);
    const advanced = advance(pathway, state, event, circumstances);
    expect(advanced).toMatchObject({ ok: false, refusal: { code } });
    if (advanced.ok) return;
    expect(advanced.refusal.reason.it).not.toBe('');
    expect(advanced.refusal.reason.en).not.toBe('');
    expect(JSON.stringify(state)).toBe(before);
  });

  test('a start with facts that the document does not declare', () => {
    expect(start(pathway, january, { shoeSize: 43 })).toMatchObject({
      ok: false,
      refusal: { code: 'fact-unknown', path: 'data.shoeSize' },
    });
  });

  test('transitions that never end', () => {
    const machine: MachineNode = {
      initial: 'waiting',
      states: {
        waiting: { on: { MISSED: { target: 'strategy' } } },
        strategy: { always: { target: 'course' } },
        course: { always: { target: 'strategy' } },
      },
    };
    const endless = compile({ ...document, machine: { ...machine, id: 'welcome' } });
    const started = start(endless, january);
    expect(
      started.ok && advance(endless, started.state, { type: 'action', action: 'MISSED' }, january),
    ).toMatchObject({ ok: false, refusal: { code: 'too-many-steps' } });
    const atOnce = compile({
      ...document,
      machine: { ...machine, id: 'welcome', initial: 'strategy' },
    });
    expect(start(atOnce, january)).toMatchObject({
      ok: false,
      refusal: { code: 'too-many-steps' },
    });
  });

  test('says at which steps an action is open', () => {
    const advanced = advance(pathway, begun(), ENROL, january);
    expect(!advanced.ok && advanced.refusal.reason.en).toContain('“Strategy”');
  });

  test('names the action that would unlock it, when that is open now', () => {
    const advanced = advance(pathway, begun(minor), TAKE, minor);
    expect(!advanced.ok && advanced.refusal.unlock).toMatchObject([
      { fact: 'case.consent', action: 'CONSENT' },
    ]);
  });
});

describe('what follows', () => {
  test('a start sends its message and sets its timer, true to the calendar', () => {
    const beforeSummerTime = at('2026-03-20T09:00:00.000Z');
    const started = start(pathway, beforeSummerTime);
    expect(started.ok && started.effects).toEqual<Effect[]>([
      { type: 'message', message: 'hello' },
      {
        type: 'set-timer',
        timer,
        step: 'waiting',
        duration: 'P14D',
        dueAt: '2026-04-03T08:00:00.000Z',
      },
    ]);
  });

  test('entering a step opens its activity with the facts that it refers to', () => {
    const advanced = advance(pathway, after([TAKE]), ENROL, january);
    expect(advanced.ok && advanced.effects).toMatchObject([
      {
        type: 'open-activity',
        activity: 'attend',
        kind: 'enrolment',
        step: 'course',
        resolved: { edition: 'course-1', organisation: 'codici' },
        dueAt: '2026-02-12T09:00:00.000Z',
      },
    ]);
    expect(advanced.ok && advanced.state.activities).toEqual({ attend: 'enrolment' });
  });

  test('a failed activity is opened again where its step is entered again', () => {
    const failed: CaseEvent = { type: 'failed', activity: 'attend', reason: 'declined' };
    const advanced = advance(pathway, after([TAKE, ENROL]), failed, january);
    expect(advanced.ok && advanced.effects.map(({ type }) => type)).toEqual(['open-activity']);
    expect(advanced.ok && advanced.entry).toMatchObject({ left: ['course'], entered: ['course'] });
  });

  test('leaving a step withdraws its activity, and the end says how it ended', () => {
    const withdraw: CaseEvent = { type: 'action', action: 'WITHDRAW' };
    const advanced = advance(pathway, after([TAKE, ENROL]), withdraw, january);
    expect(advanced.ok && advanced.effects).toEqual([
      { type: 'withdraw-activity', activity: 'attend' },
      { type: 'end', outcome: 'withdrawn' },
    ]);
    expect(advanced.ok && advanced.state).toMatchObject({
      status: 'done',
      outcome: 'withdrawn',
      activities: {},
    });
    expect(advanced.ok && advanced.entry).toMatchObject({ left: ['course'], entered: ['gone'] });
  });

  test('a completed activity is not withdrawn', () => {
    const advanced = advance(pathway, after([TAKE, ENROL]), done(80), january);
    expect(advanced.ok && advanced.effects).toEqual([{ type: 'end', outcome: 'employment' }]);
  });

  test('a history that leads back to its own source opens everything there again', () => {
    // XState enters that step without leaving it: it says nothing of the first activity and timer.
    const label = words('Wait');
    const inside: MachineNode = {
      after: { P14D: { target: 'course' } },
      invoke: { id: 'wait', src: 'task', input: { label, assignee: { role: 'youth' } } },
      on: { MISSED: { target: 'back' } },
    };
    const states = { waiting: inside, course: {}, back: { type: 'history' as const } };
    const around: MachineNode = { initial: 'waiting', states };
    const machine = { id: 'welcome', initial: 'strategy', states: { strategy: around } };
    const circular = compile({ ...document, machine });
    const started = start(circular, january);
    const missed: CaseEvent = { type: 'action', action: 'MISSED' };
    if (!started.ok) throw new Error(started.refusal.code);
    const advanced = advance(circular, started.state, missed, january);
    expect(advanced.ok && advanced.effects.map(({ type }) => type)).toEqual([
      'clear-timer',
      'set-timer',
      'withdraw-activity',
      'open-activity',
    ]);
    expect(advanced.ok && advanced.entry).toMatchObject({
      left: ['waiting'],
      entered: ['waiting'],
    });
  });

  test('a failure that nothing waits for only closes the activity', () => {
    const { id, src, input } = document.machine.states!.course!.invoke as MachineInvoke;
    const invoke = { id, src, input };
    const states = { ...document.machine.states, course: { id: 'course', invoke } };
    const unawaited = compile({ ...document, machine: { ...document.machine, states } });
    const failed: CaseEvent = { type: 'failed', activity: 'attend', reason: 'declined' };
    const advanced = advance(unawaited, after([TAKE, ENROL]), failed, january);
    expect(advanced).toMatchObject({ ok: true, effects: [], state: { value: 'course' } });
    expect(advanced.ok && advanced.state.activities).toEqual({});
  });

  test('a timer that is due moves the case', () => {
    const advanced = advance(
      pathway,
      begun(),
      { type: 'timer', timer },
      at('2026-01-26T09:00:00.000Z'),
    );
    expect(advanced.ok && advanced.effects).toEqual([{ type: 'end', outcome: 'lost-contact' }]);
  });

  test('a correction lets the transitions without an event look again', () => {
    const advanced = advance(pathway, begun(), { type: 'correct', data: { noShows: 2 } }, january);
    expect(advanced.ok && advanced.state.outcome).toBe('lost-contact');
    const forgotten = advance(
      pathway,
      begun(),
      { type: 'correct', data: { noShows: null } },
      january,
    );
    expect(forgotten.ok && forgotten.state.data).toEqual({});
  });
});

describe('what is kept', () => {
  test('neither the private answer nor a fact of the participant', () => {
    const answer = { consent: true, remark: 'her mother signed' };
    const event: CaseEvent = { type: 'action', action: 'CONSENT', answer };
    const advanced = advance(pathway, begun(minor), event, minor);
    expect(advanced.ok && advanced.entry.event).toEqual({
      type: 'action',
      action: 'CONSENT',
      answer: { consent: true },
    });
    expect(JSON.stringify(advanced)).not.toContain('mother');
    expect(JSON.stringify(advanced.ok && advanced.state)).not.toContain('age');
  });

  test('a trace replays although its private answers are gone', () => {
    const answer = { consent: true, remark: 'her mother signed' };
    const started = start(pathway, minor);
    if (!started.ok) throw new Error(started.refusal.code);
    const event: CaseEvent = { type: 'action', action: 'CONSENT', answer };
    const advanced = advance(pathway, started.state, event, minor);
    if (!advanced.ok) throw new Error(advanced.refusal.code);
    expect(replay(pathway, [started.entry, advanced.entry])).toEqual({
      ok: true,
      state: advanced.state,
    });
    expect(replay(pathway, [advanced.entry])).toEqual({ ok: false, at: 0 });
    expect(replay(pathway, [started.entry, started.entry])).toEqual({ ok: false, at: 1 });
  });
});

describe('the next possible actions', () => {
  test('come by emphasis, refused ones with reason and unlock', () => {
    const possibilities = available(pathway, begun(minor), minor);
    expect(possibilities.map(({ action, verdict }) => [action, verdict])).toEqual([
      ['TAKE_IN_CHARGE', 'no'],
      ['CONSENT', 'yes'],
      ['MISSED', 'yes'],
      ['WITHDRAW', 'yes'],
    ]);
    expect(possibilities[0]).toMatchObject({
      leadsTo: ['strategy'],
      refusal: { code: 'rule-says-no', unlock: [{ fact: 'case.consent', action: 'CONSENT' }] },
    });
  });

  test('depend where the form decides, and say each step that it may lead to', () => {
    const on = {
      ENROL: [{ target: '#course', guard: 'wants-course' }, { target: '#finished' }],
      CONSENT: { target: '#course', guard: 'wants-course' },
    };
    const states = { ...document.machine.states, strategy: { id: 'strategy', on } };
    const choosing = compile({
      ...document,
      rules: { ...document.rules, 'wants-course': { fact: 'answer.place', op: 'known' } },
      machine: { ...document.machine, states },
    });
    const [enrol, consent] = available(choosing, after([TAKE]), january);
    expect(enrol).toMatchObject({ verdict: 'yes', leadsTo: ['course', 'finished'] });
    expect(consent).toMatchObject({ verdict: 'depends', leadsTo: ['course'] });
  });

  test('are none when the case has ended', () => {
    expect(available(pathway, after([{ type: 'action', action: 'WITHDRAW' }]), january)).toEqual(
      [],
    );
  });
});

test('a guard that no rule stands for never passes, whatever its name', () => {
  const on = { TAKE_IN_CHARGE: { target: '#strategy', guard: 'constructor' } };
  const states = { ...document.machine.states, waiting: { id: 'waiting', on } };
  const unparsed = compile({ ...document, machine: { ...document.machine, states } });
  const started = start(unparsed, january);
  expect(() => started.ok && advance(unparsed, started.state, TAKE, january)).toThrow(
    'not implemented',
  );
  expect(started.ok && available(unparsed, started.state, january)[0]).toMatchObject({
    verdict: 'no',
  });
});

test('present steps come in document order, without the root', () => {
  expect(presentSteps(pathway, after([TAKE]))).toEqual(['strategy']);
});
