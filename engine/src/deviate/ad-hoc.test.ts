import { expect, test } from 'vitest';
import { advance } from '../advance.ts';
import { mapSteps } from '../migrate/map-steps.ts';
import { migrateCase } from '../migrate/migrate-case.ts';
import { takeBack } from '../migrate/take-back.ts';
import { compile } from '../pathway.ts';
import { replay } from '../replay.ts';
import { openActivities } from './ad-hoc.ts';
import type { AdHocTask, Deviation } from './deviation.ts';
import { circumstances, pathway, Trace } from './testing-trace.ts';

const TASK: AdHocTask = { text: 'text-7', assignee: { organisation: 'partner' } };
const add = (n: number, more: Partial<AdHocTask> = {}): Deviation => ({
  type: 'add-task',
  activity: `ad-hoc/${n}`,
  task: { ...TASK, ...more },
  reason: 'why',
});
const DONE = { type: 'done', activity: 'ad-hoc/1' } as const;

test('an added task is opened for whoever is to do it, without its words', () => {
  const trace = new Trace().deviate(add(1, { dueAt: '2026-02-01T09:00:00.000Z', form: 'report' }));
  expect(trace.effects).toEqual([
    {
      type: 'open-activity',
      activity: 'ad-hoc/1',
      kind: 'task',
      step: 'drawn',
      input: {
        label: { it: 'Compito aggiunto', en: 'Added task' },
        assignee: { organisation: 'partner' },
        form: 'report',
      },
      resolved: { organisation: 'partner' },
      text: 'text-7',
      dueAt: '2026-02-01T09:00:00.000Z',
    },
  ]);
  expect(openActivities(trace.state)).toEqual({ interview: 'task', 'ad-hoc/1': 'task' });
  expect(trace.entries.at(-1)).toMatchObject({ left: [], entered: [], at: ['meet'] });
});

test('an added task survives steps and deviations', () => {
  const trace = new Trace().deviate(add(1)).walk('interview');
  trace.deviate({ type: 'go-to', to: 'both', reason: 'why' });
  expect(trace.state.adHoc).toEqual({ 'ad-hoc/1': TASK });
});

test('an added task is done with its form, declined or withdrawn, and nothing moves', () => {
  const trace = new Trace()
    .deviate(add(1, { form: 'report' }))
    .deviate(add(2))
    .deviate(add(3));
  const wrong = advance(pathway, trace.state, { ...DONE, answer: { hours: 'two' } }, circumstances);
  expect(wrong).toMatchObject({ ok: false, refusal: { path: 'answer.hours' } });
  trace.happen({ ...DONE, answer: { hours: 2 } });
  trace.happen({ type: 'failed', activity: 'ad-hoc/2', reason: 'declined' });
  expect(Object.keys(trace.state.adHoc ?? {})).toEqual(['ad-hoc/3']);
  trace.deviate({ type: 'withdraw-task', activity: 'ad-hoc/3', reason: 'why' });
  expect(trace.effects).toEqual([{ type: 'withdraw-activity', activity: 'ad-hoc/3' }]);
  expect(trace.state).toEqual(new Trace().state);
  expect(replay(pathway, trace.entries)).toEqual({ ok: true, state: trace.state });
});

test('an added task is withdrawn when the case ends', () => {
  const trace = new Trace().deviate(add(1)).walk('CANCEL');
  expect(trace.effects.at(-2)).toEqual({ type: 'withdraw-activity', activity: 'ad-hoc/1' });
  expect(trace.effects.at(-1)?.type).toBe('end');
  expect(trace.state.adHoc).toBeUndefined();
});

test('a task that is not right is refused with the place of the fault', () => {
  const trace = new Trace().deviate(add(1));
  const refusal = (deviation: Deviation) => {
    const tried = trace.try(deviation);
    return tried.ok ? undefined : [tried.refusal.code, tried.refusal.path];
  };
  expect(refusal(add(1))).toEqual(['task-known', 'activity']);
  expect(refusal(add(0))).toEqual(['task-invalid', 'activity']);
  expect(refusal(add(2, { text: 'Chiamare Marta' }))).toEqual(['task-invalid', 'task.text']);
  expect(refusal(add(2, { form: 'constructor' }))).toEqual(['task-invalid', 'task.form']);
  expect(refusal(add(2, { dueAt: 'domani' }))).toEqual(['task-invalid', 'task.dueAt']);
  expect(refusal({ type: 'withdraw-task', activity: 'ad-hoc/9', reason: 'why' })?.[0]).toBe(
    'activity-not-open',
  );
  trace.happen(DONE);
  const again = advance(pathway, trace.state, DONE, circumstances);
  expect(again).toMatchObject({ ok: false, refusal: { code: 'activity-not-open' } });
});

test('an added task goes over to another version, even one without its form', () => {
  const next = compile({ ...pathway.document, forms: {} });
  const trace = new Trace().deviate(add(1, { form: 'report' }));
  const mapping = mapSteps(pathway.document, next.document);
  const change = { from: 1, to: 2 };
  const migrated = migrateCase(pathway, next, trace.state, circumstances, mapping, change);
  if (!migrated.ok) throw new Error(migrated.refusal.reason.en);
  expect(migrated.state.adHoc).toEqual(trace.state.adHoc);
  const done = advance(next, migrated.state, DONE, circumstances);
  expect(done.ok && done.state.adHoc).toBeUndefined();
  const moved = { before: pathway, after: next, former: trace.state, entry: migrated.entry };
  const back = done.ok ? takeBack(moved, done.state, circumstances) : undefined;
  expect(back).toMatchObject({ since: [{ it: 'I compiti aggiunti sono cambiati.' }] });
});
