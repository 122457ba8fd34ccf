import type { DeviationsView, StepSummary } from '@percorso/server/contract';
import { describe, expect, it } from 'vitest';
import {
  askedOf,
  type DeviationDraft,
  EMPTY_DRAFT,
  missingIn,
  offeredKinds,
  settle,
  waysOf,
} from './deviation-draft.ts';

const words = (text: string) => ({ it: text, en: text });
const step = (name: string): StepSummary => ({
  step: name,
  label: words(name),
  stage: null,
  stageLabel: null,
  colour: 'blue',
});
const undo: NonNullable<DeviationsView['undo']> = {
  of: 4,
  revision: 5,
  words: words('Prendi in carico'),
  at: '2026-11-21T09:30:00.000Z',
  by: { kind: 'person', name: 'Marta' },
  refusal: null,
};
const NOTHING: DeviationsView = {
  revision: 5,
  skip: [],
  goBack: [],
  goTo: [],
  undo: null,
  assignees: { roles: [], organisations: [] },
  forms: [],
  tasks: [],
};
const possible: DeviationsView = {
  ...NOTHING,
  skip: [{ from: step('strategy'), to: [step('lab'), step('training')] }],
  goBack: [step('interview')],
  goTo: [step('interview'), step('training')],
  undo,
  assignees: {
    roles: [{ role: 'case-manager', label: words('Case manager') }],
    organisations: [{ id: 'invento', name: 'InVento' }],
  },
  forms: [{ form: 'meeting-report', label: words('Partecipazione') }],
};
const draft = (part: Partial<DeviationDraft>): DeviationDraft => ({ ...EMPTY_DRAFT, ...part });

describe('the changes that are offered', () => {
  it('are those that would not be refused', () => {
    expect(offeredKinds(possible, true)).toEqual(['skip', 'go-back', 'go-to', 'add-task', 'undo']);
    expect(offeredKinds(NOTHING, true)).toEqual([]);
  });

  it('leave out an undoing that is refused', () => {
    const refusal = { code: 'undo-timer', reason: words('È scaduto il termine.') };
    const refused = { ...possible, undo: { ...undo, refusal } };
    expect(offeredKinds(refused, true)).not.toContain('undo');
    expect(askedOf(draft({ kind: 'undo' }), refused)).toBeUndefined();
  });

  it('leave out a task once the pathway has ended', () => {
    expect(offeredKinds({ ...possible, skip: [], goBack: [], goTo: [] }, false)).toEqual(['undo']);
  });
});

describe('the ways past a step', () => {
  it('that lead to the same step are one, from the innermost', () => {
    const skip = [
      { from: step('journey'), to: [step('paused')] },
      { from: step('strategy'), to: [step('next'), step('paused')] },
    ];
    expect(waysOf({ ...NOTHING, skip }).map(({ way }) => way)).toEqual([
      'strategy next',
      'strategy paused',
    ]);
  });
});

describe('a draft that is settled', () => {
  it('takes the only choice by itself, and none of several', () => {
    expect(settle(draft({}), possible)).toMatchObject({ back: 'interview', to: '', way: '' });
  });

  it('forgets what is not possible any more, and keeps what was typed', () => {
    const typed = draft({ to: 'lab', form: 'gone', assignee: 'role youth', reason: 'Ha chiesto' });
    expect(settle(typed, possible)).toMatchObject({
      to: '',
      form: '',
      assignee: '',
      reason: 'Ha chiesto',
    });
  });
});

describe('what a draft asks for', () => {
  it.each<[Partial<DeviationDraft>, object]>([
    [
      { kind: 'skip', way: 'strategy lab' },
      { type: 'skip', from: 'strategy', to: 'lab' },
    ],
    [
      { kind: 'go-back', back: 'interview' },
      { type: 'go-back', to: 'interview' },
    ],
    [
      { kind: 'go-to', to: 'training' },
      { type: 'go-to', to: 'training' },
    ],
    [
      { kind: 'withdraw-task', activity: 'ad-hoc/1' },
      { type: 'withdraw-task', activity: 'ad-hoc/1' },
    ],
    [{ kind: 'undo' }, { type: 'undo', of: 4 }],
  ])('is %j → %j', (part, asked) => {
    expect(askedOf(draft(part), possible)).toEqual(asked);
  });

  it('is nothing while something is missing', () => {
    for (const kind of ['', 'skip', 'go-back', 'go-to', 'add-task', 'withdraw-task']) {
      expect(askedOf(draft({ kind }), possible), kind).toBeUndefined();
    }
  });

  it('of a task is due by the end of the day, on the clock of Rome', () => {
    const task = {
      kind: 'add-task',
      label: ' Portare il curriculum ',
      assignee: 'role case-manager',
    };
    expect(askedOf(draft(task), possible)).toEqual({
      type: 'add-task',
      label: 'Portare il curriculum',
      assignee: { role: 'case-manager' },
    });
    const full = { ...task, assignee: 'organisation invento', dueOn: '2026-12-01' };
    expect(askedOf(draft({ ...full, form: 'meeting-report' }), possible)).toEqual({
      type: 'add-task',
      label: 'Portare il curriculum',
      assignee: { organisation: 'invento' },
      dueAt: '2026-12-01T22:59:00.000Z',
      form: 'meeting-report',
    });
  });
});

describe('what stands in the way of confirming', () => {
  const today = '2026-11-22';

  it('is what is not filled in, the reason always last', () => {
    expect(missingIn(draft({ kind: 'go-to' }), today)).toEqual(['to', 'reason']);
    expect(missingIn(draft({ kind: 'add-task', label: '  ' }), today)).toEqual([
      'label',
      'assignee',
      'reason',
    ]);
    expect(missingIn(draft({ kind: 'undo', reason: ' ok ' }), today)).toEqual(['reason']);
    expect(missingIn(draft({ kind: 'undo', reason: 'Sbaglio mio' }), today)).toEqual([]);
  });

  it('is a due date in the past, today not yet', () => {
    const task = {
      kind: 'add-task',
      label: 'Chiamare',
      assignee: 'role case-manager',
      reason: 'Sì sì',
    };
    expect(missingIn(draft({ ...task, dueOn: '2026-11-21' }), today)).toEqual(['dueOn']);
    expect(missingIn(draft({ ...task, dueOn: today }), today)).toEqual([]);
  });
});
