import { expect, test } from 'vitest';
import { compile } from '../../pathway.ts';
import { walkExample } from '../example/counter-example.ts';
import { drawn, foundBy } from '../testing-pathway.ts';

/** Whoever turns left goes round for ever. */
function roundabout(isRepaired: boolean) {
  return drawn({
    states: {
      crossing: { on: { LEFT: { target: '#one' }, RIGHT: { target: '#ended' } } },
      one: { on: { GO: { target: '#two' } } },
      two: { after: { P3D: { target: isRepaired ? '#crossing' : '#one' } } },
      ended: { type: 'final' },
    },
  });
}

test('going round without a way out is found, with the walk into it', () => {
  const document = roundabout(false);
  const [found, ...more] = foundBy('no-outcome', document);
  expect(more).toEqual([]);
  expect(found?.elements.map(({ step }) => step)).toEqual(['one']);
  expect(found?.walk?.happenings).toEqual([{ type: 'action', action: 'LEFT' }]);
  expect(walkExample(compile(document), found!.walk!)?.value).toBe('one');
  expect(found?.walk?.told.it).toBe(
    'Una persona: «LEFT»; al passo «one» nessun esito si può più raggiungere',
  );
});

test('a round that can be left is none', () => {
  expect(foundBy('no-outcome', roundabout(true))).toEqual([]);
});
