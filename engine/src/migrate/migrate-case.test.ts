import { describe, expect, test } from 'vitest';
import { advance, start } from '../advance.ts';
import type { CaseEvent, CaseState, Circumstances, Entry, Pathway } from '../case.ts';
import { drawn, task, words } from '../check/testing-pathway.ts';
import type { MachineNode } from '../document.ts';
import { compile } from '../pathway.ts';
import { replay, versionsIn } from '../replay.ts';
import { mapSteps } from './map-steps.ts';
import { type Decision, migrateCase } from './migrate-case.ts';
import { type DoneMigration, takeBack } from './take-back.ts';

const circumstances: Circumstances = {
  now: '2026-01-12T09:00:00.000Z',
  timeZone: 'Europe/Rome',
  participant: {},
};
const later: Circumstances = { ...circumstances, now: '2026-01-15T09:00:00.000Z' };
const latest: Circumstances = { ...circumstances, now: '2026-01-20T09:00:00.000Z' };

const go = (target: string, action = 'GO'): NonNullable<MachineNode['on']> => ({
  [action]: { target: `#${target}` },
});
const end: MachineNode = { type: 'final' };
const seat = { ...task('seat'), src: 'enrolment' as const };

/** Three versions: a course with a seat, a meeting in its place, and both gone. */
const versions = new Map(
  [
    {
      a: { on: go('b') },
      b: {
        on: go('end'),
        after: { P7D: { target: '#end' } },
        invoke: { ...seat, onDone: { target: '#end' } },
      },
      end,
    },
    {
      a: { on: go('b') },
      b: {
        on: { ...go('end'), ...go('a', 'BACK') },
        after: { P30D: { target: '#end' } },
        invoke: { ...task('meeting'), onDone: { target: '#end' } },
      },
      end,
    },
    {
      a: { on: { ...go('c'), ...go('d', 'OTHER') } },
      c: { on: go('end') },
      d: { on: go('a') },
      end,
    },
  ].map((states, at): [number, Pathway] => [at + 1, compile(drawn({ states }))]),
);
const of = (version: number) => versions.get(version)!;

class Case {
  state: CaseState;
  version = 1;
  readonly entries: Entry[];
  private done: DoneMigration | undefined;
  private readonly first: Pathway;

  constructor(first = of(1)) {
    this.first = first;
    const started = start(first, circumstances);
    if (!started.ok) throw new Error(started.refusal.reason.en);
    this.state = started.state;
    this.entries = [started.entry];
  }

  act(action: string): this {
    const event: CaseEvent = { type: 'action', action };
    const pathway = this.version === 1 ? this.first : of(this.version);
    const advanced = advance(pathway, this.state, event, later);
    if (!advanced.ok) throw new Error(advanced.refusal.reason.en);
    this.state = advanced.state;
    this.entries.push(advanced.entry);
    return this;
  }

  migrate(to: number, decisions: readonly Decision[] = []) {
    const [before, after, former] = [of(this.version), of(to), this.state];
    const mapping = mapSteps(before.document, after.document);
    const change = { from: this.version, to };
    const migrated = migrateCase(before, after, former, later, mapping, change, { decisions });
    if (!migrated.ok) return migrated;
    this.done = { before, after, former, entry: migrated.entry };
    this.state = migrated.state;
    this.version = to;
    this.entries.push(migrated.entry);
    return migrated;
  }

  takeBack() {
    const taken = takeBack(this.done!, this.state, latest);
    if (!taken.ok) return taken;
    this.state = taken.state;
    this.version -= 1;
    this.entries.push(taken.entry);
    return taken;
  }

  replayed() {
    const stored: Entry[] = JSON.parse(JSON.stringify(this.entries));
    const [first] = versionsIn(stored, this.version);
    return replay(of(first!), stored, versions);
  }
}

describe('a case that goes over to another version', () => {
  test('keeps a trace that replays, over several versions', () => {
    const one = new Case().act('GO');
    one.migrate(2);
    one.act('BACK').act('GO');
    one.migrate(3, [{ steps: ['b'], at: ['c'] }]);
    expect(one.state.value).toBe('c');
    expect(versionsIn(one.entries, 3)).toEqual([1, 2, 3]);
    expect(one.replayed()).toEqual({ ok: true, state: one.state, version: 3 });
    expect(one.act('GO').state.outcome).toBe('completed');
    expect(one.replayed()).toEqual({ ok: true, state: one.state, version: 3 });
  });

  test('is told as it is where nothing is another for it', () => {
    const one = new Case();
    const migrated = one.migrate(2);
    expect(migrated.ok && migrated.entry.event).toEqual({ type: 'migrate', from: 1, to: 2 });
    expect(one.replayed()).toEqual({ ok: true, state: one.state, version: 2 });
  });

  test('waits for a decision, and takes none that does not lead on', () => {
    const one = new Case().act('GO');
    const refused = one.migrate(3);
    expect(!refused.ok && refused.refusal.code).toBe('migration-undecided');
    const wrong = one.migrate(3, [{ steps: ['b'], at: ['end'] }]);
    expect(!wrong.ok && wrong.refusal.code).toBe('migration-undecided');
  });

  test('takes no answer that was not offered, though it would lead on', () => {
    const inside = { c: { on: go('d') }, d: { on: go('end') } };
    const drawnWith = (inner: Readonly<Record<string, MachineNode>>) =>
      compile(
        drawn({
          states: {
            a: { on: go('g') },
            g: { initial: Object.keys(inner)[0]!, states: inner },
            end,
          },
        }),
      );
    const [from, to] = [drawnWith({ b: { on: go('c') }, ...inside }), drawnWith(inside)];
    const mapping = mapSteps(from.document, to.document);
    const change = { from: 1, to: 2 };
    const { state } = new Case(from).act('GO');
    const answered = (at: string) =>
      migrateCase(from, to, state, later, mapping, change, {
        decisions: [{ steps: ['b'], at: [at] }],
      });
    const refused = answered('a');
    expect(!refused.ok && refused.refusal.code).toBe('migration-undecided');
    expect(answered('d')).toMatchObject({ ok: true, state: { value: { g: 'd' } } });
  });

  test('says what it gains and loses', () => {
    const migrated = new Case().act('GO').migrate(2);
    expect(migrated.ok && migrated.changes).toMatchObject({
      activitiesOpened: [{ activity: 'meeting', kind: 'task', label: words('meeting') }],
      activitiesWithdrawn: [{ activity: 'seat', kind: 'enrolment', label: words('seat') }],
      timersSet: [],
      timersCleared: [],
      timersRecomputed: [{ step: 'b', duration: 'P30D', dueAt: '2026-02-14T09:00:00.000Z' }],
      actionsGained: ['BACK'],
      actionsLost: [],
    });
  });

  test('stays where nothing in the new version leads to an outcome', () => {
    const closed = compile(drawn({ states: { a: { on: go('b') }, b: {}, end } }));
    const { state } = new Case().act('GO');
    const mapping = mapSteps(of(1).document, closed.document);
    const refused = migrateCase(of(1), closed, state, later, mapping, { from: 1, to: 2 });
    expect(!refused.ok && refused.refusal.code).toBe('migration-blocked');
  });
});

describe('taking it back', () => {
  test('restores the identical state, and the trace replays', () => {
    const one = new Case().act('GO');
    const { state } = one;
    one.migrate(2);
    const taken = one.takeBack();
    expect(one.state).toEqual(state);
    expect(taken.ok && taken.effects).toMatchObject([
      { type: 'withdraw-activity', activity: 'meeting' },
      { type: 'clear-timer', timer: 'xstate.after.P30D.b' },
      { type: 'open-activity', activity: 'seat', kind: 'enrolment' },
      { type: 'set-timer', dueAt: state.timers['xstate.after.P7D.b'] },
    ]);
    expect(one.replayed()).toEqual({ ok: true, state, version: 1 });
    expect(one.act('GO').state.status).toBe('done');
    expect(one.replayed()).toEqual({ ok: true, state: one.state, version: 1 });
  });

  test('says what it cannot bring back', () => {
    const one = new Case().act('GO');
    one.migrate(2);
    const taken = one.takeBack();
    const en = 'The seat in “seat” was given up: it comes back only if it is still free.';
    expect(taken).toMatchObject({ ok: true, lasting: [{ en }] });
  });

  test('is refused once the case has gone on, with what happened since', () => {
    const one = new Case().act('GO');
    one.migrate(2);
    one.act('BACK');
    const refused = one.takeBack();
    expect(refused).toMatchObject({
      refusal: { code: 'moved-since' },
      since: [{ it: 'È entrato in «a».' }, { it: 'L’attività «meeting» non è più aperta.' }],
    });
  });
});

describe('a trace that does not follow is found out', () => {
  const migrated = () => {
    const one = new Case().act('GO');
    one.migrate(2);
    return one;
  };

  test('where a version is not there', () => {
    const one = migrated();
    expect(replay(of(1), one.entries, new Map([[1, of(1)]]))).toEqual({ ok: false, at: 2 });
  });

  test('where it is taken back after the case moved, or twice', () => {
    const one = migrated();
    one.takeBack();
    const back = one.entries.at(-1)!;
    expect(replay(of(1), [...one.entries, back], versions)).toEqual({ ok: false, at: 4 });
    const moved = migrated();
    moved.act('BACK');
    expect(replay(of(1), [...moved.entries, back], versions)).toEqual({ ok: false, at: 4 });
  });

  test('where the passage belongs to another case', () => {
    const one = migrated();
    const at = one.entries.length - 1;
    const { event, ...rest } = one.entries[at]!;
    const wrong: Entry = { ...rest, event: { ...event, passage: { steps: {} } } as Entry['event'] };
    expect(replay(of(1), one.entries.with(at, wrong), versions)).toEqual({ ok: false, at });
  });

  test('where it goes over from a version that it is not on', () => {
    const one = migrated();
    const again = one.entries.at(-1)!;
    expect(replay(of(1), [...one.entries, again], versions)).toEqual({ ok: false, at: 3 });
  });
});
