import type { PathwayDocument } from '@percorso/engine';
import { expect, test } from 'vitest';
import { runSteps } from '../editor/edit-history.ts';
import { SHIPPED } from '../exchange/testing/shipped-pathways.ts';
import { inlineSteps, waitedPathway } from './inline-command.ts';

const shipped = (id: string): PathwayDocument => SHIPPED.find(([name]) => name === id)![1];
const internship = shipped('internship');
const neet = shipped('mig-work-neet');
const groups = shipped('mig-work-groups');

const stepCount = ({ steps }: PathwayDocument) => Object.keys(steps).length;

/** As far as can be without the answer that its end would bring. */
const waiting = (): PathwayDocument => {
  const input = { label: internship.title, pathway: 'internship' };
  const parameters = { step: 'requested', activity: 'sub', kind: 'pathway', input };
  const result = runSteps(groups, [{ name: 'add-activity', parameters }]);
  if (!result.ok) throw new Error(result.refusal.words.en);
  return result.document;
};

test('a step that waits for a pathway becomes the group of its steps', () => {
  const document = waiting();
  expect(waitedPathway(document, 'requested')).toBe('internship');
  const result = runSteps(document, inlineSteps(document, 'requested', internship));
  if (!result.ok) throw new Error(result.refusal.words.en);
  expect(waitedPathway(result.document, 'requested')).toBeUndefined();
  expect(stepCount(result.document)).toBe(stepCount(groups) + stepCount(internship));
});

test('a step that waits for nothing takes in any pathway, with its messages', () => {
  expect(waitedPathway(groups, 'requested')).toBeUndefined();
  const steps = inlineSteps(groups, 'requested', internship);
  expect(steps.map(({ name }) => name)).toEqual(['add-activity', 'inline-pathway']);
  const result = runSteps(groups, steps);
  if (!result.ok) throw new Error(result.refusal.words.en);
  expect(stepCount(result.document)).toBe(stepCount(groups) + stepCount(internship));
  expect(Object.keys(result.document.messages)).toContain('seat-confirmed');
});

test.each([
  ['waits for something else', groups, 'planned', 'pathway-needed'],
  ['goes on by the answer of its pathway', neet, 'internship-running', 'answer-lost'],
])('a step that %s says why it can’t', (_, document, step, code) => {
  const result = runSteps(document, inlineSteps(document, step, internship));
  expect(result).toMatchObject({ ok: false, refusal: { code } });
});
