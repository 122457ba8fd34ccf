/** What is drawn for a command's parameters, mostly of what the document has. */
import type { PathwayDocument } from '@percorso/engine';
import { namesIn, nextTo, siblingsOf, transitionsAt } from './names-in.ts';

export type Values = Readonly<Record<string, unknown>>;
export type PickOne = <T>(from: readonly T[]) => T;

const said = (text: string) => ({ it: text, en: text });
const FIELD = { type: 'integer', label: said('Numero') };

/** Drawn alike for every command, so that the same numbers give each of them the same. */
export function draw(document: PathwayDocument, pick: PickOne, given: string | undefined) {
  const names = namesIn(document);
  const step = given ?? pick(names.steps);
  const other = pick(names.steps);
  const fresh = pick(['new-one', 'another-one', other, 'constructor']);
  const freshFact = pick(['newOne', 'anotherOne', pick(names.facts), 'toString']);
  const freshAction = pick(['NEW_ONE', pick(names.actions)]);
  const label = said(pick(['Primo', 'Secondo', '«»']));
  const { from, kind, name, index } = pick(
    given === undefined ? names.transitions : transitionsAt(document, given),
  ) as { from: string; kind: string; name?: string; index: number };
  const transition = { from, kind, ...(name !== undefined && { name }), index };
  const cause = pick([
    { kind: 'action', name: pick(names.actions) },
    { kind: 'timer', name: pick(['P3D', 'PT', 'P0D']) },
    { kind: 'always' },
    { kind: 'completed' },
    { kind: 'done', name: pick(names.activities) },
    { kind: 'failed', name: pick(names.activities) },
  ]);
  const { form, field } = pick(names.fields);
  const fact = pick(names.facts);
  const is = pick<unknown>([FIELD, { type: 'boolean', label }, { type: 'string', label }, {}]);
  const rule = pick<unknown>([
    { fact: `case.${fact}`, op: 'known' },
    { not: { rule: pick(names.rules) } },
    { all: [] },
    { fact: 'answer.result', op: '=', value: true },
  ]);
  const effect = pick<unknown>([
    { type: 'message', params: { message: pick(names.messages) } },
    { type: 'record', params: { [fact]: null } },
    { type: 'record', params: { [fact]: { add: 1 } } },
    {},
  ]);
  const on = pick<unknown>([{ step, moment: pick(['entry', 'exit']) }, { transition }]);
  const input = pick<unknown>([
    { label, assignee: { role: 'case-manager' } },
    { label, assignee: { role: 'youth' }, form, due: 'P3D' },
    { label },
  ]);
  const arrows = pick<Values>([{}, { arrows: 'remove' }, { to: other }, { arrows: 'bridge' }]);
  const message = { to: 'participant', subject: label, body: pick([label, said('{nobody}')]) };
  const action = { label, roles: ['youth'], ...pick<Values>([{}, { form }]) };
  const of = pick(['case', 'participant']);
  const beside = siblingsOf(document, step);
  const some = pick([beside, beside.slice(0, 2), [step], [step, other], []]);
  const way = pick([...nextTo(document, step), other]);
  return {
    document,
    pick,
    given,
    names,
    step,
    other,
    fresh,
    freshFact,
    freshAction,
    label,
    transition,
    cause,
    form,
    field,
    fact,
    is,
    rule,
    effect,
    on,
    input,
    arrows,
    message,
    action,
    of,
    some,
    way,
  };
}

export type Drawn = ReturnType<typeof draw>;
