import type { PathwayDocument } from '@percorso/engine';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refuse } from '../commands/refusals.ts';
import { afterEdit, type Known, nothingKnown } from './check-state.ts';
import { Checker, type Looker } from './checker.ts';
import { type Answer, look as lookAt, type Question, type Refusals, type Resting } from './look.ts';
import { brokenGroups, edited, shippedPathway } from './testing.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A worker that answers when it is told to. */
class SlowLooker implements Looker {
  onmessage: Looker['onmessage'] = null;
  onerror: Looker['onerror'] = null;
  isEnded = false;
  readonly questions: Question[] = [];
  readonly rests: boolean[] = [];

  postMessage(message: Question | Resting): void {
    if ('isResting' in message) this.rests.push(message.isResting);
    else this.questions.push(message);
  }

  terminate(): void {
    this.isEnded = true;
  }

  answer(question = this.questions.at(-1)!): void {
    const found = lookAt(
      question,
      () => {},
      () => 0,
    );
    this.say({ run: question.run, said: { type: 'found', found } });
  }

  /** After an answer: why each repair would be refused. */
  tried(refusals: Refusals, question = this.questions.at(-1)!): void {
    this.say({ run: question.run, said: { type: 'tried', refusals } });
  }

  private say(data: Answer): void {
    this.onmessage?.call(this as never, { data } as MessageEvent);
  }
}

function opened(document = brokenGroups()) {
  const workers: SlowLooker[] = [];
  let present = document;
  let told = nothingKnown(document);
  const checker = new Checker(document, {
    openWorker: () => {
      const worker = new SlowLooker();
      workers.push(worker);
      return worker;
    },
    timeZone: 'Europe/Rome',
    personas: () => [],
    onChange: (known) => {
      told = known;
    },
  });
  const look = (next: PathwayDocument) => {
    present = next;
    checker.look(next);
  };
  // As it is shown: that nothing is known of a newer document needs no telling.
  return { checker, look, workers, known: () => afterEdit(told, present) };
}

const checksOf = ({ findings }: Known) => findings.map(({ check }) => check);

test('how it is drawn is known soon, what can happen after a pause', () => {
  const { workers, known } = opened();
  vi.advanceTimersByTime(200);
  workers[0]!.answer();
  expect(checksOf(known())).not.toContain('dead-end');
  expect(known()).toMatchObject({ extent: 'drawing', isRunning: true });
  vi.advanceTimersByTime(400);
  workers[1]!.answer();
  expect(checksOf(known())).toContain('dead-end');
  expect(known()).toMatchObject({ extent: 'behaviour', isRunning: false });
});

test('a newer document ends the older run, and nothing of it is taken for the newer', () => {
  const { look, workers, known } = opened();
  vi.advanceTimersByTime(600);
  const [drawing, behaviour] = workers;
  const whole = shippedPathway('mig-work-groups');
  look(whole);
  expect(behaviour!.isEnded).toBe(true);
  behaviour!.answer();
  drawing!.answer(drawing!.questions[0]);
  expect(known()).toMatchObject({ of: whole, findings: [], extent: 'drawing' });
  vi.advanceTimersByTime(600);
  drawing!.answer(drawing!.questions[0]);
  expect(known().findings).toEqual([]);
  workers[2]!.answer();
  expect(checksOf(known())).not.toContain('dead-end');
  expect(known().extent).toBe('behaviour');
});

test('what was found stays to be seen after an edit, marked until it is looked at again', () => {
  const document = brokenGroups();
  const { look, workers, known } = opened(document);
  vi.advanceTimersByTime(600);
  workers[1]!.answer();
  const label = { it: 'Richiesta', en: 'Request' };
  look(edited(document, 'set-step-label', { step: 'requested', label }));
  const isMarked = () => known().findings.map((one) => known().outdated.has(one));
  expect(isMarked()).not.toContain(false);
  vi.advanceTimersByTime(200);
  workers[0]!.answer();
  const stuck = known().findings.find(({ check }) => check === 'dead-end')!;
  expect(known().outdated.has(stuck)).toBe(true);
  expect(isMarked()).toContain(false);
  vi.advanceTimersByTime(400);
  workers[2]!.answer();
  expect(known().outdated.size).toBe(0);
});

test('it can be stopped, says so, and can be asked again', () => {
  const { checker, workers, known } = opened();
  vi.advanceTimersByTime(600);
  checker.stop();
  expect(workers[1]!.isEnded).toBe(true);
  expect(known()).toMatchObject({ isRunning: false, why: { en: /./ } });
  checker.lookAgain();
  expect(known().why).toBeUndefined();
  vi.advanceTimersByTime(600);
  workers[2]!.answer();
  expect(checksOf(known())).toContain('dead-end');
});

test('while somebody is at work it waits with the behaviour, and its worker rests', () => {
  const { checker, workers } = opened();
  vi.advanceTimersByTime(400);
  checker.rest();
  vi.advanceTimersByTime(400);
  expect(workers).toHaveLength(1);
  vi.advanceTimersByTime(200);
  const behaviour = workers[1]!;
  checker.rest();
  vi.advanceTimersByTime(300);
  checker.rest();
  vi.advanceTimersByTime(300);
  expect(behaviour.rests).toEqual([true]);
  vi.advanceTimersByTime(300);
  expect(behaviour.rests).toEqual([true, false]);
  behaviour.answer();
  behaviour.tried([]);
  checker.rest();
  expect(behaviour.rests).toEqual([true, false]);
});

test('why a repair would be refused may be said after it was found', () => {
  const { look, workers, known } = opened();
  vi.advanceTimersByTime(600);
  const [, behaviour] = workers;
  behaviour!.answer();
  const refused = refuse('step-unknown', 'somewhere');
  behaviour!.tried([refused]);
  expect(known().repairRefusals.get(known().findings[0]!)).toBe(refused);
  // With all said it is at hand for the next document, else it is ended.
  look(shippedPathway('mig-work-groups'));
  expect(behaviour!.isEnded).toBe(false);
  vi.advanceTimersByTime(600);
  behaviour!.answer();
  look(brokenGroups());
  expect(behaviour!.isEnded).toBe(true);
});

test('nothing goes on after it is closed', () => {
  const { checker, workers } = opened();
  vi.advanceTimersByTime(200);
  checker.close();
  vi.advanceTimersByTime(600);
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true]);
});
