import { expect, test } from 'vitest';
import { emptyPathway } from './empty-pathway.ts';
import { parseDocument } from './parse/parse-document.ts';

test('a new pathway is one that the gate accepts', () => {
  const parsed = parseDocument(emptyPathway({ id: 'new', title: { it: 'Nuovo', en: 'New' } }));
  expect(parsed).toMatchObject({ ok: true });
});
