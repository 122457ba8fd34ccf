import { BEHAVIOUR_CHECKS, STRUCTURE_CHECKS } from '@percorso/engine';
import { expect, test } from 'vitest';
import { look, type Question, type Said } from './look.ts';
import { REASONS } from './reasons.ts';
import { brokenGroups, shippedPathway, shippedPersona } from './testing.ts';

const friends = shippedPersona('mig-work-groups', 'amici-del-parco');
const others = shippedPersona('mig-work-neet', 'dario');

function asked(question: Partial<Question>, clock = () => 0): Said[] {
  const said: Said[] = [];
  look(
    {
      run: 1,
      extent: 'behaviour',
      document: brokenGroups(),
      personas: [friends, others],
      timeZone: 'Europe/Rome',
      timeMaxMs: 20_000,
      ...question,
    },
    (one) => said.push(one),
    clock,
  );
  return said;
}

const of = <Type extends Said['type']>(said: readonly Said[], type: Type) =>
  said.find((one): one is Extract<Said, { type: Type }> => one.type === type);

test('of the drawing there are only findings and repairs, at once', () => {
  const said = asked({ extent: 'drawing' });
  expect(said.map(({ type }) => type)).toEqual(['findings', 'repairs', 'end']);
  const checks = of(said, 'findings')!.findings.map(({ check }) => check);
  expect(checks.every((check) => Object.hasOwn(STRUCTURE_CHECKS, check))).toBe(true);
});

test('of the behaviour it says who is stuck, and that the repair can be applied', () => {
  const said = asked({});
  const { findings, why } = of(said, 'findings')!;
  expect(why).toBeUndefined();
  const stuck = findings.findIndex(({ check }) => check === 'dead-end');
  expect(findings[stuck]).toMatchObject({ severity: 'error', walk: { happenings: {} } });
  expect(of(said, 'repairs')!.refusals[stuck]).toBeUndefined();
});

test('a persona who can’t walk it any more is reported, those of other pathways are not', () => {
  const { reports } = of(asked({}), 'personas')!;
  expect(reports).toMatchObject([{ persona: friends.id, trouble: { what: { kind: 'refused' } } }]);
  const whole = asked({ document: shippedPathway('mig-work-groups') });
  expect(of(whole, 'personas')!.reports).toEqual([]);
});

test('a document that is none is told as such, and walked by nobody', () => {
  const said = asked({ document: { ...brokenGroups(), machine: { id: 'x' } } });
  expect(of(said, 'personas')!.reports).toEqual([]);
  expect(of(said, 'findings')!.findings[0]).toMatchObject({ check: 'document-invalid' });
});

test('after too long it stops, and says that it did and how far it came', () => {
  let now = 0;
  const clock = () => {
    now += 1_000;
    return now;
  };
  const document = shippedPathway('mig-work-students');
  const said = asked({ document, personas: [], timeMaxMs: 500 }, clock);
  expect(of(said, 'findings')!.why?.en).toContain('stopped after 20 seconds');
  expect(of(said, 'end')).toBeDefined();
});

test('for every check there is a sentence on why it matters, and none too many', () => {
  const checks = ['document-invalid', ...Object.keys({ ...STRUCTURE_CHECKS, ...BEHAVIOUR_CHECKS })];
  expect(Object.keys(REASONS).sort()).toEqual(checks.sort());
});
