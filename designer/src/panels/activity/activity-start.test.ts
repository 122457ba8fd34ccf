import { ACTIVITY_KINDS } from '@percorso/engine';
import { expect, test } from 'vitest';
import { tinyDocument } from '../../commands/testing/tiny-document.ts';
import { runSteps } from '../../editor/edit-history.ts';
import type { Installation } from '../../editor/props.ts';
import { activityStart } from './activity-start.ts';
import { activityDetail } from './activity-words.ts';
import { assigneeChoices, assigneeOf, assigneeValue } from './assignee-choice.ts';

const tiny = tinyDocument();
const installation: Installation = {
  organisations: [{ id: 'la-strada', name: 'La Strada' }],
  opportunityKinds: [{ id: 'lab', label: { it: 'Laboratorio', en: 'Lab' } }],
  pathways: [{ id: 'internship', title: { it: 'Tirocinio', en: 'Internship' } }],
  services: ['placement-office'],
  personas: [],
  timeZone: 'Europe/Rome',
};

test.each(ACTIVITY_KINDS)('a new %s has what its kind can’t do without', (kind) => {
  const start = activityStart(tiny, installation, 'first', kind);
  if ('fault' in start) throw new Error(start.fault.en);
  const result = runSteps(tiny, start.steps);
  expect(result).toMatchObject({ ok: true });
});

test('without another pathway or a service there is none to wait for', () => {
  const bare = { ...installation, pathways: [{ id: 'tiny', title: tiny.title }], services: [] };
  expect(activityStart(tiny, bare, 'first', 'pathway')).toHaveProperty('fault');
  expect(activityStart(tiny, bare, 'first', 'service')).toHaveProperty('fault');
});

test('who does it is a role, an organisation, or what a fact says', () => {
  for (const assignee of [
    { role: 'youth' },
    { organisation: 'la-strada' },
    { organisation: { fact: 'case.by' } },
  ] as const) {
    expect(assigneeOf(assigneeValue(assignee))).toEqual(assignee);
  }
  const gone = assigneeChoices(tiny, installation, 'it', { organisation: 'closed' });
  expect(gone[0]?.items).toEqual([
    { value: 'organisation:closed', label: 'Organizzazione non più presente' },
  ]);
});

test('an activity is told in one line', () => {
  const input = {
    label: { it: 'Telefona', en: 'Call' },
    assignee: { organisation: 'la-strada' },
    due: 'P3W',
  };
  expect(activityDetail(tiny, installation, { id: 'call', src: 'task', input })).toEqual({
    it: 'Compito · La Strada · entro 3 settimane',
    en: 'Task · La Strada · within 3 weeks',
  });
});
