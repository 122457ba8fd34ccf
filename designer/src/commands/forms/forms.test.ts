import { expect, test } from 'vitest';
import { done, refusalOf, tinyDocument } from '../testing/tiny-document.ts';
import { addField } from './add-field.ts';
import { addForm } from './add-form.ts';
import { changeField } from './change-field.ts';
import { orderFields } from './order-fields.ts';
import { removeField } from './remove-field.ts';
import { removeForm } from './remove-form.ts';
import { renameField } from './rename-field.ts';
import { renameForm } from './rename-form.ts';
import { requireField } from './require-field.ts';
import { setFormLabel } from './set-form-label.ts';

const tiny = tinyDocument();
const label = { it: 'Nuovo', en: 'New' };
const is = { type: 'string', label } as const;

test('a form is made, named and removed', () => {
  const made = done(addForm.run(tiny, { form: 'new', label }));
  const named = done(setFormLabel.run(made, { form: 'new', label: { it: 'Altro', en: 'Other' } }));
  expect(named.forms.new?.label?.it).toBe('Altro');
  expect(done(removeForm.run(named, { form: 'new' }))).toEqual(tiny);
  expect(refusalOf(removeForm.run(tiny, { form: 'talk' }))).toBe('in-use');
});

test('fields are added, ordered, required and removed', () => {
  const field = { form: 'talk', field: 'notes', is, at: 0 };
  const added = done(addField.run(tiny, field));
  expect(Object.keys(added.forms.talk?.properties ?? {})).toEqual(['notes', 'result']);
  const ordered = done(orderFields.run(added, { form: 'talk', order: ['result', 'notes'] }));
  expect(Object.keys(ordered.forms.talk?.properties ?? {})).toEqual(['result', 'notes']);
  expect(refusalOf(orderFields.run(added, { form: 'talk', order: ['result'] }))).toBe(
    'order-wrong',
  );
  const required = done(
    requireField.run(added, { form: 'talk', field: 'notes', isRequired: true }),
  );
  expect(required.forms.talk?.required).toEqual(['notes']);
  expect(done(removeField.run(required, { form: 'talk', field: 'notes' }))).toEqual(tiny);
});

test('a field whose answer is read is neither removed nor given another type', () => {
  expect(refusalOf(removeField.run(tiny, { form: 'talk', field: 'result' }))).toBe('in-use');
  expect(refusalOf(changeField.run(tiny, { form: 'talk', field: 'result', is }))).toBe(
    'fact-private',
  );
  expect(
    done(changeField.run(tiny, { form: 'spare', field: 'result', is })).forms.spare?.properties
      .result,
  ).toEqual(is);
});

test('renaming a field or a form there and back is the identity', () => {
  const there = done(renameField.run(tiny, { form: 'talk', field: 'result', to: 'outcome' }));
  expect(there.rules['went-well']).toMatchObject({ fact: 'answer.outcome' });
  const back = done(renameField.run(there, { form: 'talk', field: 'outcome', to: 'result' }));
  expect(JSON.stringify(back)).toBe(JSON.stringify(tiny));
  const named = done(renameForm.run(tiny, { form: 'talk', to: 'other' }));
  expect(named.actions.STOP?.form).toBe('other');
  expect(JSON.stringify(done(renameForm.run(named, { form: 'other', to: 'talk' })))).toBe(
    JSON.stringify(tiny),
  );
});
