import type { MachineEffect } from '@percorso/engine';
import { expect, test } from 'vitest';
import { tinyDocument } from '../../commands/testing/tiny-document.ts';
import { runSteps } from '../../editor/edit-history.ts';
import {
  effectRows,
  effectsOf,
  formAt,
  rowWords,
  withAdded,
  withoutRow,
  withRow,
} from './effect-rows.ts';

const tiny = tinyDocument();
const onEnd = { transition: { from: 'talk', kind: 'done', name: 'interview', index: 0 } } as const;
const both: MachineEffect = { type: 'record', params: { done: true, count: { add: -2 } } };

function ran(steps: Parameters<typeof runSteps>[1]) {
  const result = runSteps(tiny, steps);
  if (!result.ok) throw new Error(result.refusal.words.en);
  return result.document;
}

test('one record of several facts gives as many rows, each said in words', () => {
  const rows = effectRows([both, { type: 'message', params: { message: 'hello' } }]);
  expect(rows.map((row) => rowWords(tiny, undefined, row).it)).toEqual([
    '«Svolto»: sì',
    '«Volte» diminuisce di 2',
    'Invia «Ciao»',
  ]);
  const [recorded] = effectRows(effectsOf(tiny, onEnd));
  expect(rowWords(tiny, formAt(tiny, onEnd), recorded!).en).toBe('“Svolto”: the answer to “Esito”');
  expect(rowWords(tiny, undefined, { at: 0, fact: 'done', value: null }).it).toBe(
    '«Svolto» non è più noto',
  );
});

test('a row is taken away or changed, and its neighbours stay', () => {
  const on = { step: 'talk', moment: 'exit' } as const;
  const added = { name: 'add-effect', parameters: { on, effect: both } } as const;
  const effects = effectsOf(ran([added]), on);
  const [first, second] = effectRows(effects);
  const left = ran([added, withoutRow(on, effects, first!)]);
  expect(effectsOf(left, on)).toEqual([{ type: 'record', params: { count: { add: -2 } } }]);
  const next: MachineEffect = { type: 'record', params: { count: null } };
  const changed = ran([added, ...withRow(on, effects, second!, next)]);
  expect(effectsOf(changed, on)).toEqual([{ type: 'record', params: { done: true, count: null } }]);
  const none = ran([
    added,
    withoutRow(on, effects, first!),
    withoutRow(on, effectsOf(left, on), effectRows(effectsOf(left, on))[0]!),
  ]);
  expect(effectsOf(none, on)).toEqual([]);
});

test('what is recorded one after the other is one record, but a fact that is there already', () => {
  const on = { step: 'talk', moment: 'exit' } as const;
  const record = (params: object) => ({ type: 'record', params }) as MachineEffect;
  const once = effectsOf(ran([withAdded(on, [], record({ done: true }))]), on);
  expect(once).toEqual([record({ done: true })]);
  const first = withAdded(on, [], record({ done: true }));
  const second = withAdded(on, once, record({ count: { add: 1 } }));
  const both = effectsOf(ran([first, second]), on);
  expect(both).toEqual([record({ done: true, count: { add: 1 } })]);
  const again = withAdded(on, both, record({ done: false }));
  expect(effectsOf(ran([first, second, again]), on)).toHaveLength(2);
});
