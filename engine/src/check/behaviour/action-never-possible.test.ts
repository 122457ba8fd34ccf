import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { drawn, foundBy, placesFoundBy } from '../testing-pathway.ts';

/** The enrolment needs a fact that nothing ever records as true. */
function enrolment(recorded: boolean) {
  return drawn({
    data: { ready: { default: false } },
    rules: { ready: { fact: 'case.ready', op: '=', value: true } },
    states: {
      waiting: {
        on: {
          PREPARE: { actions: [{ type: 'record', params: { ready: recorded } }] },
          ENROL: { target: '#ended', guard: 'ready' },
          LEAVE: { target: '#ended' },
        },
      },
      ended: { type: 'final' },
    },
  });
}

test('an action whose condition never comes about is found', () => {
  const places = placesFoundBy('action-never-possible', enrolment(false));
  expect(places).toEqual(['/machine/states/waiting/on/ENROL']);
});

test('its transition is proposed to be removed', () => {
  const transition = { from: 'waiting', kind: 'action', name: 'ENROL', index: 0 };
  expect(foundBy('action-never-possible', enrolment(false))[0]?.repair).toMatchObject({
    command: 'remove-transition',
    parameters: { transition },
  });
});

test('an action that somebody can take one day is none', () => {
  expect(placesFoundBy('action-never-possible', enrolment(true))).toEqual([]);
});

test('an action that depends on what a pathway around this one hands over is none', () => {
  const { findings } = check(enrolment(false), { handed: ['ready'] });
  expect(findings.filter((one) => one.check === 'action-never-possible')).toEqual([]);
});
