import { readFileSync } from 'node:fs';
import { parseDocument } from '@percorso/engine';
import { expect, test } from 'vitest';
import { runSteps } from '../../editor/edit-history.ts';
import { textsOf, untranslated } from './texts.ts';

function shipped(id: string) {
  const url = new URL(`../../../../definitions/${id}/pathway.json`, import.meta.url);
  const parsed = parseDocument(readFileSync(url, 'utf8'));
  if (!parsed.ok) throw new Error(`${id} does not parse`);
  return parsed.document;
}

test('every text of a pathway is listed once, but those that the programme supplies', () => {
  const document = shipped('mig-work-neet');
  const texts = textsOf(document);
  expect(new Set(texts.map(({ id }) => id)).size).toBe(texts.length);
  const { $schema: _, participant: _supplied, ...written } = document;
  let count = 0;
  JSON.stringify(written, (_key, value) => {
    if (typeof value === 'object' && value !== null && 'it' in value && 'en' in value) count += 1;
    return value;
  });
  expect(texts).toHaveLength(count);
});

test('every text can be written anew where it is, and nothing else changes', () => {
  const document = shipped('mig-work-groups');
  const texts = textsOf(document);
  for (const { id, write } of texts) {
    const marked = { it: 'Un altro testo', en: 'Another text' };
    const result = runSteps(document, [write(marked)]);
    if (!result.ok) throw new Error(`${id}: ${result.refusal.words.en}`);
    const after = textsOf(result.document);
    expect(after.find((one) => one.id === id)?.words).toEqual(marked);
    const changed = after.filter((one, at) => one.words.en !== texts[at]?.words.en);
    expect(changed.map((one) => one.id)).toEqual([id]);
  }
});

test('what has no letters needs no translation', () => {
  const missing = untranslated(textsOf(shipped('mig-work-neet'))).map(({ words }) => words.it);
  expect(missing).toContain('La Strada');
  expect(missing).not.toContain('%');
});
