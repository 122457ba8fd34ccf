import { expect, test } from 'vitest';
import { drawn, foundBy, words } from '../testing-pathway.ts';

function withAction(isOffered: boolean) {
  return drawn({
    actions: { HELP: { label: words('Aiuto'), roles: ['youth'] } },
    states: {
      start: { on: { GO: { target: '#ended' }, ...(isOffered && { HELP: { target: '#ended' } }) } },
      ended: { type: 'final' },
    },
  });
}

test('an action that no step offers is found, to be removed', () => {
  const [found] = foundBy('action-unused', withAction(false));
  expect(found?.elements[0]?.pointer).toBe('/actions/HELP');
  expect(found?.repair).toMatchObject({ command: 'remove-action', parameters: { action: 'HELP' } });
});

test('an action of a step is none', () => {
  expect(foundBy('action-unused', withAction(true))).toEqual([]);
});
