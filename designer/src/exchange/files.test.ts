import { sortedJson } from '@percorso/engine';
import { describe, expect, it } from 'vitest';
import { exportDocument, importDocument } from './document-file.ts';
import type { Imported } from './exchange-problem.ts';
import { exportMachine, importMachine } from './machine-file.ts';
import { SHIPPED } from './testing/shipped-pathways.ts';

const codes = (imported: Imported) =>
  imported.ok ? [] : imported.problems.map(({ code, path }) => `${code} ${path}`.trim());

describe('our own format', () => {
  it.each(SHIPPED)('%s comes back as it was', (_name, document) => {
    const imported = importDocument(exportDocument(document));
    expect(imported).toEqual({ ok: true, document });
    expect(imported.ok && sortedJson(imported.document)).toBe(sortedJson(document));
  });

  it('is read with a byte order mark too', () => {
    expect(importDocument(`\uFEFF${exportDocument(SHIPPED[0]![1])}`).ok).toBe(true);
  });

  it.each([
    ['no JSON', '{', ['not-json']],
    ['a newer format', '{"format": 2, "magic": true}', ['format-newer /format']],
    ['a paste of 5 MB', `"${'à'.repeat(2_500_000)}"`, ['file-too-large']],
    ['over 1 MB', `"${'a'.repeat(1_000_001)}"`, ['too-large']],
    ['a bare machine', exportMachine(SHIPPED[0]![1]), ['file-is-machine']],
    ['a list nested without end', '['.repeat(100_000), ['nested-too-deep']],
  ])('%s is refused with the reason', (_what, text, expected) => {
    expect(codes(importDocument(text))).toEqual(expected);
  });

  it('is refused with the place, in both languages', () => {
    const imported = importDocument(exportDocument({ ...SHIPPED[0]![1], subject: 'dog' as never }));
    expect(imported).toMatchObject({
      problems: [{ path: '/subject', message: { it: expect.any(String), en: expect.any(String) } }],
    });
  });
});

describe('the bare XState machine', () => {
  it.each(SHIPPED)('of %s comes back identical, with the words it had', (_name, document) => {
    const imported = importMachine(exportMachine(document), document);
    expect(imported.ok && sortedJson(imported.document)).toBe(sortedJson(document));
  });

  const bare = {
    id: 'small',
    initial: 'to-do',
    states: {
      'to-do': { on: { START_IT: { target: 'doing' } } },
      doing: { initial: 'half', states: { half: {} }, after: { P7D: { target: 'done' } } },
      done: { type: 'final' },
    },
  };

  it('gets words derived from its keys when it comes without ours', () => {
    const imported = importMachine(JSON.stringify(bare));
    expect(imported).toMatchObject({ ok: true, document: { id: 'small', machine: bare } });
    if (!imported.ok) return;
    expect(Object.keys(imported.document.steps)).toEqual(['to-do', 'doing', 'half', 'done']);
    expect(imported.document.steps['to-do']?.label).toEqual({ it: 'To do', en: 'To do' });
    expect(imported.document.steps.done?.outcome).toBe('completed');
    expect(imported.document.actions.START_IT?.label.en).toBe('Start it');
  });

  it('takes words over for the steps that are still there, and drops the others', () => {
    const [, document] = SHIPPED[0]!;
    const imported = importMachine(JSON.stringify(bare), document);
    expect(imported.ok && Object.keys(imported.document.steps)).toHaveLength(4);
    expect(imported.ok && imported.document.forms).toEqual(document.forms);
  });

  it.each([
    ['a guard without a rule', { on: { GO: { target: 'b', guard: 'x' } } }, ['guard-unknown']],
    ['a target that is not there', { on: { GO: { target: 'z' } } }, ['target-unknown']],
    ['a key that XState has and we do not', { tags: ['x'] }, ['key-unknown']],
  ])('%s is refused with its place in the machine', (_what, node, expected) => {
    const text = JSON.stringify({ id: 'm', initial: 'a', states: { a: node, b: {} } });
    const imported = importMachine(text);
    expect(codes(imported).map((code) => code.split(' ')[0])).toEqual(expected);
    expect(imported.ok || imported.problems[0]?.path).toMatch(/^\/states\/a\//);
  });

  it.each([
    ['no machine', '{}', ['machine-without-states']],
    ['no object', '[]', ['machine-without-states']],
    ['no states', '{"states": null}', ['machine-without-states']],
    ['a whole pathway', exportDocument(SHIPPED[0]![1]), ['file-is-document']],
    ['one key twice', '{"id":"a","id":"b","states":{}}', ['key-duplicate /id']],
    ['no JSON', 'createMachine({})', ['not-json']],
    ['states nested without end', '{"states":{"a":'.repeat(5000), ['nested-too-deep']],
    ['5 MB', `"${'a'.repeat(5_000_001)}"`, ['file-too-large']],
  ])('%s is refused with the reason', (_what, text, expected) => {
    expect(codes(importMachine(text))).toEqual(expected);
  });
});
