import { expect, test } from 'vitest';
import type { MachineTransition } from '../../document.ts';
import { drawn, foundBy, words } from '../testing-pathway.ts';

function waiting(transition: MachineTransition) {
  return drawn({
    messages: { hello: { to: 'participant', subject: words('Ciao'), body: words('Ciao') } },
    states: {
      waiting: { on: { GO: { target: '#ended' } }, after: { P14D: transition } },
      ended: { type: 'final' },
    },
  });
}

test('a deadline that does nothing is found', () => {
  const [found] = foundBy('timer-idle', waiting({ target: '#waiting' }));
  expect(found?.elements[0]?.pointer).toBe('/machine/states/waiting/after/P14D');
  expect(found?.message.it).toContain('14 giorni');
  const transition = { from: 'waiting', kind: 'timer', name: 'P14D', index: 0 };
  expect(found?.repair?.parameters).toEqual({ transition });
});

test.each([
  ['leads somewhere', { target: '#ended' }],
  ['begins the step anew', { target: '#waiting', reenter: true }],
  ['sends a message', { actions: [{ type: 'message', params: { message: 'hello' } }] }],
] as const)('a deadline that %s is none', (_, transition) => {
  expect(foundBy('timer-idle', waiting(transition))).toEqual([]);
});
