import { expect, test } from 'vitest';
import { tinyDocument } from '../testing/tiny-document.ts';
import type { Use } from './use.ts';
import { usesOfAction } from './uses-of-action.ts';
import { usesOfFact } from './uses-of-fact.ts';
import { usesOfField } from './uses-of-field.ts';
import { usesOfForm } from './uses-of-form.ts';
import { usesOfMessage } from './uses-of-message.ts';
import { usesOfRule } from './uses-of-rule.ts';
import { usesOfStage } from './uses-of-stage.ts';
import { usesOfStep } from './uses-of-step.ts';

const tiny = tinyDocument();
const paths = (uses: readonly Use[]) => uses.map(({ path }) => path);

test('every use is given with its place, in words and as a pointer', () => {
  expect(usesOfAction(tiny, 'GO')).toMatchObject([
    { step: 'first', path: '/machine/states/first/on/GO', where: { it: 'il passo «Primo»' } },
    { step: 'one', path: '/machine/states/care/states/one/on/GO' },
  ]);
  expect(paths(usesOfRule(tiny, 'adult'))).toEqual([
    '/machine/states/first/on/GO/guard',
    '/rules/counted/all/0/rule',
  ]);
  expect(paths(usesOfForm(tiny, 'talk'))).toEqual([
    '/actions/STOP/form',
    '/machine/states/talk/invoke/input/form',
  ]);
  expect(paths(usesOfFact(tiny, 'case.count'))).toEqual([
    '/rules/counted/all/1/fact',
    '/machine/states/talk/invoke/onDone/1/actions/0/params/count',
  ]);
  expect(paths(usesOfField(tiny, 'talk', 'result'))).toHaveLength(2);
  expect(paths(usesOfStep(tiny, 'two'))).toEqual(['/machine/states/care/states/one/on/GO/target']);
  expect(paths(usesOfStep(tiny, 'first'))).toEqual(['/machine/initial']);
  expect(paths(usesOfMessage(tiny, 'hello'))).toEqual([
    '/machine/states/talk/entry/0/params/message',
  ]);
  expect(paths(usesOfStage(tiny, 'start'))).toEqual(['/steps/first/stage']);
});

test('what is not used has no uses', () => {
  expect(usesOfForm(tiny, 'spare')).toEqual([]);
  expect(usesOfStage(tiny, 'later')).toEqual([]);
  expect(usesOfRule(tiny, 'constructor')).toEqual([]);
});
