import { expect, test } from 'vitest';
import { done, refusalOf, tinyDocument } from '../testing/tiny-document.ts';
import { addMessage } from './add-message.ts';
import { changeMessage } from './change-message.ts';
import { removeMessage } from './remove-message.ts';
import { renameMessage } from './rename-message.ts';

const tiny = tinyDocument();
const words = { it: 'Ciao {firstName}', en: 'Hello {firstName}' };
const is = { to: 'participant', subject: words, body: words } as const;

test('a message is written, changed and removed', () => {
  const added = done(addMessage.run(tiny, { message: 'new', is }));
  const changed = done(changeMessage.run(added, { message: 'new', is: { ...is, to: 'guardian' } }));
  expect(changed.messages.new?.to).toBe('guardian');
  expect(done(removeMessage.run(changed, { message: 'new' }))).toEqual(tiny);
  expect(refusalOf(removeMessage.run(tiny, { message: 'hello' }))).toBe('in-use');
  const wrong = { ...is, body: { it: '{surname}', en: '{surname}' } };
  expect(refusalOf(changeMessage.run(tiny, { message: 'hello', is: wrong }))).toBe(
    'placeholder-unknown',
  );
});

test('renaming there and back is the identity', () => {
  const there = done(renameMessage.run(tiny, { message: 'hello', to: 'other' }));
  const back = done(renameMessage.run(there, { message: 'other', to: 'hello' }));
  expect(JSON.stringify(back)).toBe(JSON.stringify(tiny));
});
