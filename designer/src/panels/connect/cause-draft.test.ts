import { describe, expect, test } from 'vitest';
import { tinyDocument } from '../../commands/testing/tiny-document.ts';
import { runSteps } from '../../editor/edit-history.ts';
import {
  draftOfCause,
  emptyCauseDraft,
  kindFault,
  NEW_ACTION,
  readCause,
  startFault,
} from './cause-draft.ts';
import { CONNECT } from './words.ts';

const tiny = tinyDocument();
const draft = emptyCauseDraft(tiny, 'talk');

describe('a drafted cause', () => {
  test('is an action that there is', () => {
    const read = readCause(tiny, { ...draft, action: 'GO' });
    expect(read).toEqual({ cause: { kind: 'action', name: 'GO' }, before: [] });
  });

  test('is a new action, declared before it is used', () => {
    const label = { it: 'Chiedi aiuto', en: '' };
    const read = readCause(tiny, { ...draft, action: NEW_ACTION, label, roles: ['youth'] });
    if ('missing' in read) throw new Error(read.missing.en);
    expect(read.cause).toEqual({ kind: 'action', name: 'CHIEDI_AIUTO' });
    const parameters = { from: 'talk', cause: read.cause, to: 'end' };
    const result = runSteps(tiny, [...read.before, { name: 'add-transition', parameters }]);
    if (!result.ok) throw new Error(result.refusal.words.en);
    expect(result.document.actions.CHIEDI_AIUTO).toEqual({
      label: { it: 'Chiedi aiuto', en: 'Chiedi aiuto' },
      roles: ['youth'],
    });
  });

  test('is a time, an end of an activity, or the group’s own', () => {
    const span = { count: 3, unit: 'weeks' } as const;
    expect(readCause(tiny, { ...draft, kind: 'timer', span })).toMatchObject({
      cause: { kind: 'timer', name: 'P3W' },
    });
    // The only activity of the step is chosen already.
    expect(readCause(tiny, { ...draft, kind: 'failed' })).toMatchObject({
      cause: { kind: 'failed', name: 'interview' },
    });
    expect(readCause(tiny, { ...draft, kind: 'completed' })).toMatchObject({
      cause: { kind: 'completed' },
    });
  });

  test('says what is missing', () => {
    const { missing } = CONNECT;
    expect(readCause(tiny, draft)).toEqual({ missing: missing.action });
    const fresh = { ...draft, action: NEW_ACTION };
    expect(readCause(tiny, fresh)).toEqual({ missing: missing.name });
    const unowned = { ...fresh, label: { it: 'Vai', en: 'Go' }, roles: [] };
    expect(readCause(tiny, unowned)).toEqual({ missing: missing.roles });
    expect(readCause(tiny, { ...draft, kind: 'done', activity: null })).toEqual({
      missing: missing.activity,
    });
  });

  test('is read back from a transition’s cause', () => {
    for (const cause of [
      { kind: 'action', name: 'GO' },
      { kind: 'timer', name: 'PT12H' },
      { kind: 'done', name: 'interview' },
      { kind: 'always' },
    ] as const) {
      expect(readCause(tiny, draftOfCause(tiny, 'talk', cause))).toEqual({ cause, before: [] });
    }
  });
});

test('causes that can’t be say why', () => {
  expect(kindFault(tiny, 'first', 'done')).toBe(CONNECT.noActivities);
  expect(kindFault(tiny, 'talk', 'done')).toBeUndefined();
  expect(kindFault(tiny, 'talk', 'completed')).toBe(CONNECT.noGroup);
  expect(kindFault(tiny, 'care', 'completed')).toBeUndefined();
  expect(startFault(tiny, 'end')?.it).toContain('Fine');
  expect(startFault(tiny, 'talk')).toBeUndefined();
});
