import { expect, test } from 'vitest';
import { done, refusalOf, tinyDocument } from '../testing/tiny-document.ts';
import { addAction } from './add-action.ts';
import { changeAction } from './change-action.ts';
import { removeAction } from './remove-action.ts';
import { renameAction } from './rename-action.ts';

const tiny = tinyDocument();
const is = { label: { it: 'Nuova', en: 'New' }, roles: ['youth'] } as const;

test('an action is declared, changed and removed', () => {
  const added = done(addAction.run(tiny, { action: 'NEW', is }));
  const formed = done(changeAction.run(added, { action: 'NEW', is: { ...is, form: 'spare' } }));
  expect(formed.actions.NEW?.form).toBe('spare');
  expect(done(removeAction.run(formed, { action: 'NEW' }))).toEqual(tiny);
  expect(refusalOf(removeAction.run(tiny, { action: 'GO' }))).toBe('in-use');
  expect(refusalOf(changeAction.run(tiny, { action: 'GO', is: { ...is, form: 'none' } }))).toBe(
    'form-unknown',
  );
});

test('renaming there and back is the identity', () => {
  const there = done(renameAction.run(tiny, { action: 'GO', to: 'LEAVE' }));
  expect(there.machine.states?.first?.on).toHaveProperty('LEAVE');
  const back = done(renameAction.run(there, { action: 'LEAVE', to: 'GO' }));
  expect(JSON.stringify(back)).toBe(JSON.stringify(tiny));
});
