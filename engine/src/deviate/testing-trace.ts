/** A small pathway and a case on it whose trace is kept, for tests. */
import { advance, start } from '../advance.ts';
import type { CaseEvent, CaseState, Circumstances, Effect, Entry, Pathway } from '../case.ts';
import { drawn, task, words } from '../check/testing-pathway.ts';
import type { MachineNode } from '../document.ts';
import { end, region } from '../migrate/testing-versions.ts';
import { compile } from '../pathway.ts';
import { deviate } from './deviate.ts';
import type { Deviated, Deviation } from './deviation.ts';
import { type Undone, undoLast } from './undo.ts';

export const circumstances: Circumstances = {
  now: '2026-01-12T09:00:00.000Z',
  timeZone: 'Europe/Rome',
  participant: {},
};
export const muchLater: Circumstances = { ...circumstances, now: '2026-03-02T09:00:00.000Z' };

const course = { ...task('course', { assignee: { organisation: 'partner' } }), src: 'enrolment' };

const states: Readonly<Record<string, MachineNode>> = {
  meet: {
    invoke: { ...task('interview'), onDone: { target: '#plan' } },
    on: { CANCEL: { target: '#gone' } },
    exit: [{ type: 'record', params: { met: true } }],
  },
  plan: {
    entry: [
      { type: 'record', params: { plans: { add: 1 } } },
      { type: 'message', params: { message: 'hello' } },
    ],
    on: { GO: { target: '#training', guard: 'ready' }, BESIDE: { target: '#both' } },
    after: { P14D: { target: '#meet' } },
  },
  training: {
    initial: 'lessons',
    states: {
      lessons: { invoke: { ...course, onDone: { target: '#passed' } } as never },
      passed: { type: 'final' },
      again: { type: 'history' },
    },
    onDone: { target: '#work' },
    on: { BACK: { target: '#plan' }, ON: { target: '#work' } },
  },
  both: {
    type: 'parallel',
    states: { left: region('left-a', 'left-b'), right: region('right-a', 'right-b') },
    onDone: { target: '#work' },
    on: { LEAVE: { target: '#work' } },
  },
  work: { on: { HIRED: { target: '#gone' }, RESUME: { target: '#again' } } },
  passing: { always: { target: '#work' } },
  pit: { on: { ROUND: { target: '#pit' } } },
  gone: end,
};

export const pathway = compile(
  drawn({
    states,
    data: { met: {}, plans: { type: 'integer' } },
    rules: { ready: { fact: 'case.plans', op: '>', value: 8 } },
    messages: { hello: { to: 'participant', subject: words('hello'), body: words('hello') } },
    forms: { report: { hours: { type: 'integer' } } },
  }),
);

/** A case that keeps its trace; what is refused throws. */
export class Trace {
  readonly pathway: Pathway;
  readonly entries: Entry[] = [];
  state: CaseState;
  effects: readonly Effect[];

  constructor(of: Pathway = pathway) {
    this.pathway = of;
    const started = start(of, circumstances);
    if (!started.ok) throw new Error(started.refusal.reason.en);
    this.state = started.state;
    this.effects = started.effects;
    this.entries.push(started.entry);
  }

  /** Actions by name, ends of activities with a small initial letter. */
  walk(...happenings: readonly string[]): this {
    for (const name of happenings) {
      const isAction = name === name.toUpperCase();
      this.happen(isAction ? { type: 'action', action: name } : { type: 'done', activity: name });
    }
    return this;
  }

  happen(event: CaseEvent, at = circumstances): this {
    return this.keep(advance(this.pathway, this.state, event, at));
  }

  try(deviation: Deviation): Deviated {
    const { entries } = this;
    return deviate(this.pathway, this.state, deviation, circumstances, { entries });
  }

  deviate(deviation: Deviation): this {
    return this.keep(this.try(deviation));
  }

  tryUndo(at = circumstances, unsent: readonly string[] = []): Undone {
    return undoLast(this.pathway, this.entries, at, { reason: 'why', unsent });
  }

  undo(): this {
    return this.keep(this.tryUndo());
  }

  private keep(
    done:
      | { ok: true; state: CaseState; effects: readonly Effect[]; entry: Entry }
      | { ok: false; refusal: { reason: { en: string } } },
  ): this {
    if (!done.ok) throw new Error(done.refusal.reason.en);
    this.state = done.state;
    this.effects = done.effects;
    this.entries.push(done.entry);
    return this;
  }
}
