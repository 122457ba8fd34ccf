import { emptyPathway, sortedJson } from '@percorso/engine';
import { describe, expect, test } from 'vitest';
import { exportDocument, exportMachine } from '../exchange/index.ts';
import { SHIPPED } from '../exchange/testing/shipped-pathways.ts';
import { readImport } from './read-import.ts';

const draft = emptyPathway({ id: 'draft', title: { it: 'Bozza', en: 'Draft' } });

describe.each(SHIPPED)('%s', (_, document) => {
  test('comes back from its own file, as this draft’s pathway', () => {
    const imported = readImport(exportDocument(document), draft);
    if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
    expect(imported.document.id).toBe('draft');
    const machine = { ...imported.document.machine, id: document.machine.id };
    expect(sortedJson({ ...imported.document, id: document.id, machine })).toBe(
      sortedJson(document),
    );
  });

  test('comes back as a bare machine, with this draft’s words', () => {
    const imported = readImport(exportMachine(document), document);
    if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
    expect(sortedJson(imported.document)).toBe(sortedJson(document));
  });
});

test.each([
  ['no JSON', 'steps: …', 'not-json'],
  ['a newer format', '{"format": 7}', 'format-newer'],
  ['a machine whose arrow leads nowhere', brokenMachine(), 'target-unknown'],
  ['five million letters', `"${'x'.repeat(5_000_001)}"`, 'file-too-large'],
])('%s is refused with its place and reason', (_, text, code) => {
  const imported = readImport(text, draft);
  expect(imported).toMatchObject({ ok: false, problems: [{ code }] });
  for (const { message } of imported.ok ? [] : imported.problems) {
    expect(message.it).not.toBe('');
    expect(message.en).not.toBe('');
  }
});

function brokenMachine(): string {
  return JSON.stringify({ initial: 'one', states: { one: { on: { GO: { target: 'two' } } } } });
}
