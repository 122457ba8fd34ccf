import type {
  FactValue,
  Language,
  MachineEffect,
  ObjectSchema,
  PathwayDocument,
  RecordValue,
  Words,
} from '@percorso/engine';
import { findNode } from '../../commands/edit/nodes.ts';
import { own, without } from '../../commands/edit/records.ts';
import type { TransitionPlace } from '../../commands/edit/transitions.ts';
import type { EffectsPlace } from '../../commands/effects/effects-place.ts';
import { findTransition } from '../../commands/transitions/place.ts';
import { formOf } from '../../commands/uses/use.ts';
import type { Step } from '../../editor/edit-history.ts';
import { messageLabel, said } from '../sentences.ts';
import { valueWords } from '../value-words.ts';

/** One thing that happens: one fact that is recorded, or one message. */
export type EffectRow =
  | { readonly at: number; readonly fact: string; readonly value: RecordValue }
  | { readonly at: number; readonly message: string };

/** The effects at a place; one record of several facts gives as many rows. */
export function effectRows(effects: readonly MachineEffect[]): readonly EffectRow[] {
  return effects.flatMap((effect, at): EffectRow[] =>
    effect.type === 'message'
      ? [{ at, message: effect.params.message }]
      : Object.entries(effect.params).map(([fact, value]) => ({ at, fact, value })),
  );
}

export function effectsOf(document: PathwayDocument, on: EffectsPlace): readonly MachineEffect[] {
  if ('transition' in on) {
    const found = findTransition(document, on.transition);
    return 'code' in found ? [] : (found.actions ?? []);
  }
  const found = findNode(document, on.step);
  return 'code' in found ? [] : (found.node[on.moment] ?? []);
}

/** The form whose answers can be recorded at a place, if one comes there. */
export function formAt(document: PathwayDocument, on: EffectsPlace): ObjectSchema | undefined {
  if (!('transition' in on)) return undefined;
  const found = findNode(document, on.transition.from);
  if ('code' in found) return undefined;
  return own(document.forms, formOf(document, found.node, on.transition));
}

/** What happens, as a sentence. */
export function rowWords(
  document: PathwayDocument,
  form: ObjectSchema | undefined,
  row: EffectRow,
): Words {
  if ('message' in row) {
    const subject = messageLabel(document, row.message);
    return { it: `Invia «${subject.it}»`, en: `Send “${subject.en}”` };
  }
  const field = own(document.data.properties, row.fact);
  const label = field?.label ?? { it: row.fact, en: row.fact };
  const { value } = row;
  if (value === null) {
    return { it: `«${label.it}» non è più noto`, en: `“${label.en}” is no longer known` };
  }
  if (typeof value === 'object' && 'answer' in value) {
    const question = own(form?.properties, value.answer)?.label ?? label;
    return {
      it: `«${label.it}»: la risposta a «${question.it}»`,
      en: `“${label.en}”: the answer to “${question.en}”`,
    };
  }
  if (typeof value === 'object' && 'add' in value) {
    const more = value.add >= 0;
    const amount = Math.abs(value.add);
    return {
      it: `«${label.it}» ${more ? 'aumenta' : 'diminuisce'} di ${amount}`,
      en: `“${label.en}” ${more ? 'goes up' : 'goes down'} by ${amount}`,
    };
  }
  const plain = said((language) => valueWords(field, value as FactValue, language));
  return { it: `«${label.it}»: ${plain.it}`, en: `“${label.en}”: ${plain.en}` };
}

/** The command that adds one; what is recorded one after the other is recorded at once. */
export function withAdded(
  on: EffectsPlace,
  effects: readonly MachineEffect[],
  effect: MachineEffect,
): Step {
  const last = effects.at(-1);
  if (last?.type !== 'record' || effect.type !== 'record' || sharesFact(last, effect)) {
    return { name: 'add-effect', parameters: { on, effect } };
  }
  const params = { ...last.params, ...effect.params };
  const at = effects.length - 1;
  return { name: 'change-effect', parameters: { on, at, effect: { ...last, params } } };
}

type Recording = Extract<MachineEffect, { type: 'record' }>;

function sharesFact(one: Recording, other: Recording): boolean {
  return Object.keys(other.params).some((fact) => Object.hasOwn(one.params, fact));
}

/** The command that takes one row away; the record keeps its other facts. */
export function withoutRow(
  on: EffectsPlace,
  effects: readonly MachineEffect[],
  row: EffectRow,
): Step {
  const effect = effects[row.at];
  if (effect?.type === 'record' && 'fact' in row && Object.keys(effect.params).length > 1) {
    const params = without(effect.params, row.fact);
    return { name: 'change-effect', parameters: { on, at: row.at, effect: { ...effect, params } } };
  }
  return { name: 'remove-effect', parameters: { on, at: row.at } };
}

/** The command that puts another effect in a row's place. */
export function withRow(
  on: EffectsPlace,
  effects: readonly MachineEffect[],
  row: EffectRow,
  next: MachineEffect,
): readonly Step[] {
  const effect = effects[row.at];
  if (effect?.type !== 'record' || !('fact' in row) || next.type !== 'record') {
    return [{ name: 'change-effect', parameters: { on, at: row.at, effect: next } }];
  }
  const params = Object.fromEntries(
    Object.entries(effect.params).flatMap((pair) =>
      pair[0] === row.fact ? Object.entries(next.params) : [pair],
    ),
  );
  return [{ name: 'change-effect', parameters: { on, at: row.at, effect: { ...effect, params } } }];
}

/** All that happens on a transition, in one line; undefined where nothing does. */
export function effectsSummary(
  document: PathwayDocument,
  transition: TransitionPlace,
  language: Language,
): string | undefined {
  const on = { transition };
  const form = formAt(document, on);
  const rows = effectRows(effectsOf(document, on));
  return rows.map((row) => rowWords(document, form, row)[language]).join(' · ') || undefined;
}
