import { BEHAVIOUR_CHECKS, STRUCTURE_CHECKS } from '@percorso/engine';
import { expect, test } from 'vitest';
import { look, type Question } from './look.ts';
import { REASONS } from './reasons.ts';
import { brokenGroups, shippedPathway, shippedPersona } from './testing.ts';

const friends = shippedPersona('mig-work-groups', 'amici-del-parco');
const others = shippedPersona('mig-work-neet', 'dario');

function found(
  question: Partial<Question> = {},
  clock = () => 0,
  onProgress = (_configurations: number) => {},
) {
  const whole: Question = {
    run: 1,
    extent: 'behaviour',
    document: brokenGroups(),
    personas: [friends, others],
    timeZone: 'Europe/Rome',
    timeMaxMs: 20_000,
    ...question,
  };
  return look(whole, onProgress, clock);
}

test('of the drawing there are only findings of the drawing', () => {
  const { findings, personas } = found({ extent: 'drawing' });
  const checks = findings.map(({ check }) => check);
  expect(checks.every((check) => Object.hasOwn(STRUCTURE_CHECKS, check))).toBe(true);
  expect(personas).toBeUndefined();
});

test('of the behaviour it says who is stuck, and that the repair can be applied', () => {
  const { findings, refusals, why } = found();
  expect(why).toBeUndefined();
  const stuck = findings.findIndex(({ check }) => check === 'dead-end');
  expect(findings[stuck]).toMatchObject({ severity: 'error', walk: { happenings: {} } });
  expect(findings[stuck]!.repair).toBeDefined();
  expect(refusals[stuck]).toBeUndefined();
});

test('a persona who can’t walk it any more is reported, those of other pathways are not', () => {
  expect(found().personas).toMatchObject([
    { persona: friends.id, trouble: { what: { kind: 'refused' } } },
  ]);
  expect(found({ document: shippedPathway('mig-work-groups') }).personas).toEqual([]);
});

test('a document that is none is told as such, and walked by nobody', () => {
  const { findings, personas } = found({ document: { ...brokenGroups(), machine: { id: 'x' } } });
  expect(personas).toEqual([]);
  expect(findings[0]).toMatchObject({ check: 'document-invalid' });
});

test('after too long it stops, and says that it did and how far it came', () => {
  let now = 0;
  const clock = () => {
    now += 2_000;
    return now;
  };
  const counts: number[] = [];
  const question = { document: shippedPathway('mig-work-students'), timeMaxMs: 500 };
  const { why } = found(question, clock, (count) => counts.push(count));
  expect(why?.en).toContain('stopped after 20 seconds');
  expect(counts[0]).toBeGreaterThan(0);
});

test('where trying the repairs takes long the findings don’t wait for all of them', () => {
  let now = 0;
  const clock = () => {
    now += 40;
    return now;
  };
  const { findings, refusals } = found({}, clock);
  expect(refusals).toHaveLength(1);
  expect(findings.length).toBeGreaterThan(1);
});

test('for every check there is a sentence on why it matters, and none too many', () => {
  const checks = ['document-invalid', ...Object.keys({ ...STRUCTURE_CHECKS, ...BEHAVIOUR_CHECKS })];
  expect(Object.keys(REASONS).sort()).toEqual(checks.sort());
});
