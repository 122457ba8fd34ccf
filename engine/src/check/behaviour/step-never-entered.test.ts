import { expect, test } from 'vitest';
import { drawn, foundBy, placesFoundBy } from '../testing-pathway.ts';

/** A second interview is for who missed one, and the first can only be missed once. */
function secondChance(limit: number) {
  return drawn({
    data: { missed: { type: 'integer', default: 0 } },
    rules: { often: { fact: 'case.missed', op: '>=', value: limit } },
    states: {
      interview: {
        on: {
          MISS: {
            target: '#called',
            actions: [{ type: 'record', params: { missed: { add: 1 } } }],
          },
        },
      },
      called: {
        on: { OUTREACH: { target: '#outreach', guard: 'often' }, LEAVE: { target: '#ended' } },
      },
      outreach: { on: { LEAVE: { target: '#ended' } } },
      ended: { type: 'final' },
    },
  });
}

test('a step to which only rules lead that never hold is found', () => {
  const places = placesFoundBy('step-never-entered', secondChance(2));
  expect(places).toEqual(['/machine/states/outreach']);
});

test('it is proposed to be removed, with the transitions that lead there', () => {
  expect(foundBy('step-never-entered', secondChance(2))[0]?.repair).toMatchObject({
    command: 'remove-step',
    parameters: { step: 'outreach', arrows: 'remove' },
  });
});

test('a step that somebody gets to is none', () => {
  expect(placesFoundBy('step-never-entered', secondChance(1))).toEqual([]);
});
