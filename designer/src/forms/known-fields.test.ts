import { emptyPathway, parseDocument } from '@percorso/engine';
import { expect, test } from 'vitest';
import { runSteps } from '../editor/edit-history.ts';
import { addingKnown, KNOWN_FIELDS, knownFieldsFor } from './known-fields.ts';

const title = { it: 'Chiusura', en: 'Closing' };
const empty = emptyPathway({ id: 'p', title });

test('a form has each of the fields that the programme knows by name at most once', () => {
  const form = { name: 'add-form', parameters: { form: 'close', label: title } } as const;
  const steps = KNOWN_FIELDS.flatMap((known) => addingKnown('close', known).steps);
  const before = runSteps(empty, [form]);
  const after = runSteps(empty, [form, ...steps]);
  if (!before.ok || !after.ok) throw new Error('refused');
  expect(knownFieldsFor(before.document, 'close')).toEqual(KNOWN_FIELDS);
  expect(knownFieldsFor(after.document, 'close')).toEqual([]);
  expect(parseDocument(after.document).ok).toBe(true);
});
