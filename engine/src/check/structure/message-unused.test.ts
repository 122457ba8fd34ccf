import { expect, test } from 'vitest';
import { drawn, foundBy, words } from '../testing-pathway.ts';

function withMessage(isSent: boolean) {
  const message = { type: 'message' as const, params: { message: 'hello' } };
  return drawn({
    messages: { hello: { to: 'participant', subject: words('Ciao'), body: words('Ciao') } },
    states: {
      start: { on: { GO: { target: '#ended' } }, ...(isSent && { entry: [message] }) },
      ended: { type: 'final' },
    },
  });
}

test('a message that nothing sends is found, to be removed', () => {
  const [found] = foundBy('message-unused', withMessage(false));
  expect(found?.elements[0]?.pointer).toBe('/messages/hello');
  expect(found?.repair?.parameters).toEqual({ message: 'hello' });
});

test('a message that is sent is none', () => {
  expect(foundBy('message-unused', withMessage(true))).toEqual([]);
});
