import { describe, expect, test } from 'vitest';
import { done, refusalOf, tinyDocument } from '../testing/tiny-document.ts';
import { addHistory } from './add-history.ts';
import { addRegion } from './add-region.ts';
import { addStep } from './add-step.ts';
import { changeHistory } from './change-history.ts';
import { groupSteps } from './group-steps.ts';
import { makeGroupParallel } from './make-group-parallel.ts';
import { makeGroupSequential } from './make-group-sequential.ts';
import { moveStep } from './move-step.ts';
import { removeRegion } from './remove-region.ts';
import { removeStep } from './remove-step.ts';
import { renameStep } from './rename-step.ts';
import { setInitial } from './set-initial.ts';
import { setOutcome } from './set-outcome.ts';
import { setPositions } from './set-positions.ts';
import { setStage } from './set-stage.ts';
import { setStepHelp } from './set-step-help.ts';
import { setStepKind } from './set-step-kind.ts';
import { setStepLabel } from './set-step-label.ts';
import { ungroup } from './ungroup.ts';

const tiny = tinyDocument();
const label = { it: 'Nuovo', en: 'New' };

describe('adding and removing', () => {
  test('a step stands after another, with an arrow to it', () => {
    const { machine } = done(
      addStep.run(tiny, { step: 'new', label, after: 'first', action: 'STOP' }),
    );
    expect(machine.states?.first?.on?.STOP).toEqual({ target: '#new' });
    expect(machine.states?.new).toEqual({ id: 'new' });
  });

  test('a simple step that gets a step inside it becomes a group', () => {
    const { machine } = done(addStep.run(tiny, { step: 'new', label, into: 'first' }));
    expect(machine.states?.first).toMatchObject({ initial: 'new', states: { new: { id: 'new' } } });
  });

  test('a name that is taken, or a final step around it, is refused', () => {
    expect(refusalOf(addStep.run(tiny, { step: 'one', label }))).toBe('name-taken');
    expect(refusalOf(addStep.run(tiny, { step: 'new', label, into: 'end' }))).toBe('final-step');
    expect(refusalOf(addStep.run(tiny, { step: 'new', label, kind: 'final' }))).toBe(
      'outcome-missing',
    );
  });

  test('a removed step is bridged to the only step that it led to', () => {
    const document = done(removeStep.run(tiny, { step: 'talk' }));
    expect(document.machine.states?.first?.on?.GO).toEqual({ target: '#care', guard: 'adult' });
    expect(document.steps.talk).toBeUndefined();
  });

  test('where a removed step led to none or several, one says where the arrows go', () => {
    expect(refusalOf(removeStep.run(tiny, { step: 'end' }))).toBe('next-ambiguous');
    const document = done(removeStep.run(tiny, { step: 'end', arrows: 'remove' }));
    expect(document.machine.states?.care?.onDone).toBeUndefined();
    const bridged = done(removeStep.run(tiny, { step: 'end', to: 'first' }));
    expect(bridged.machine.states?.care?.onDone).toEqual({ target: '#first' });
  });

  test('a group begins with the next step where its first one is removed', () => {
    const document = done(removeStep.run(tiny, { step: 'one' }));
    expect(document.machine.states?.care?.initial).toBe('two');
  });
});

describe('what a step is', () => {
  test('renaming there and back is the identity', () => {
    for (const step of Object.keys(tiny.steps)) {
      const there = done(renameStep.run(tiny, { step, to: 'elsewhere' }));
      const back = done(renameStep.run(there, { step: 'elsewhere', to: step }));
      expect(JSON.stringify(back)).toBe(JSON.stringify(tiny));
      expect(JSON.stringify(there)).not.toContain(`"#${step}"`);
    }
  });

  test('words, stage, place and outcome are set, and what is not touched is shared', () => {
    const labelled = done(setStepLabel.run(tiny, { step: 'one', label }));
    expect(labelled.steps.one).toEqual({ label });
    expect(labelled.machine).toBe(tiny.machine);
    expect(labelled.steps.two).toBe(tiny.steps.two);
    const helped = done(setStepHelp.run(labelled, { step: 'one', help: label }));
    expect(done(setStepHelp.run(helped, { step: 'one', help: null })).steps.one).toEqual({ label });
    expect(
      done(setStage.run(tiny, { steps: ['first'], stage: null })).steps.first?.stage,
    ).toBeUndefined();
    expect(refusalOf(setStage.run(tiny, { steps: ['first'], stage: 'none' }))).toBe(
      'stage-unknown',
    );
    const placed = done(setPositions.run(tiny, { positions: { one: { x: 1, y: 2 } } }));
    expect(placed.steps.one?.at).toEqual({ x: 1, y: 2 });
    expect(done(setPositions.run(placed, { positions: { one: { x: 1, y: 2 } } }))).toBe(placed);
    expect(refusalOf(setOutcome.run(tiny, { step: 'one', outcome: 'education' }))).toBe(
      'outcome-misplaced',
    );
  });

  test('an ordinary step becomes final only when nothing leads on from it', () => {
    expect(refusalOf(setStepKind.run(tiny, { step: 'two', kind: 'final' }))).toBe('step-busy');
    const goingOn = done(setStepKind.run(tiny, { step: 'end', kind: 'step' }));
    expect(goingOn.steps.end?.outcome).toBeUndefined();
    expect(
      done(setStepKind.run(goingOn, { step: 'end', kind: 'final', outcome: 'education' })).steps.end
        ?.outcome,
    ).toBe('education');
  });

  test('a group begins with one of its own steps', () => {
    expect(
      done(setInitial.run(tiny, { group: 'care', step: 'two' })).machine.states?.care?.initial,
    ).toBe('two');
    expect(refusalOf(setInitial.run(tiny, { group: 'care', step: 'first' }))).toBe('step-unknown');
  });
});

describe('groups', () => {
  test('steps side by side are grouped and ungrouped', () => {
    const grouped = done(groupSteps.run(tiny, { steps: ['first', 'talk'], group: 'start', label }));
    expect(grouped.machine.initial).toBe('start');
    expect(grouped.machine.states?.start).toMatchObject({ initial: 'first' });
    expect(done(ungroup.run(grouped, { group: 'start' }))).toEqual(tiny);
  });

  test('steps of different groups are not grouped, nor is a group with transitions undone', () => {
    const apart = groupSteps.run(tiny, { steps: ['first', 'one'], group: 'start', label });
    expect(refusalOf(apart)).toBe('not-beside');
    expect(refusalOf(ungroup.run(tiny, { group: 'care' }))).toBe('group-waits');
  });

  test('a step moves into another group and keeps its arrows', () => {
    const { machine } = done(moveStep.run(tiny, { step: 'two' }));
    expect(machine.states?.care?.states?.one?.on?.GO).toEqual({ target: '#two' });
    expect(machine.states?.two?.after?.P3D).toEqual({ target: '#done' });
    expect(refusalOf(moveStep.run(tiny, { step: 'care', into: 'one' }))).toBe('inside-itself');
    expect(refusalOf(moveStep.run(tiny, { step: 'end', into: 'care' }))).toBe('ends-differ');
  });

  test('a group is done side by side when no arrow leads from one step to another', () => {
    expect(refusalOf(makeGroupParallel.run(tiny, { group: 'care' }))).toBe('transitions-between');
    const grouped = done(groupSteps.run(tiny, { steps: ['first', 'care'], group: 'both', label }));
    const parallel = done(makeGroupParallel.run(grouped, { group: 'both' }));
    expect(parallel.machine.states?.both?.type).toBe('parallel');
    const region = { group: 'both', region: 'third', label, first: { step: 'new', label } };
    const wider = done(addRegion.run(parallel, region));
    expect(Object.keys(wider.machine.states?.both?.states ?? {})).toHaveLength(3);
    expect(done(removeRegion.run(wider, { region: 'third' }))).toEqual(parallel);
    expect(refusalOf(removeRegion.run(parallel, { region: 'first', arrows: 'remove' }))).toBe(
      'regions-out-of-bounds',
    );
    expect(done(makeGroupSequential.run(parallel, { group: 'both', initial: 'first' }))).toEqual(
      grouped,
    );
  });

  test('a return remembers, and falls back on a step', () => {
    const history = {
      group: 'care',
      step: 'back',
      label,
      history: 'deep',
      otherwise: 'one',
    } as const;
    const added = done(addHistory.run(tiny, history));
    expect(added.machine.states?.care?.states?.back).toMatchObject({
      type: 'history',
      target: '#one',
    });
    const changed = done(
      changeHistory.run(added, { step: 'back', history: 'shallow', otherwise: null }),
    );
    expect(changed.machine.states?.care?.states?.back).toEqual({
      id: 'back',
      type: 'history',
      history: 'shallow',
    });
    expect(done(removeStep.run(added, { step: 'back' })).steps).toEqual(tiny.steps);
  });
});
