/** Parameters for every command, of the right shape, that mostly name what a document has. */
import type { PathwayDocument } from '@percorso/engine';
import { nodesOf } from '../edit/nodes.ts';
import { transitionsOf } from '../edit/transitions.ts';
import { placedActivities } from '../uses/use.ts';

type Values = Readonly<Record<string, unknown>>;

const said = (text: string) => ({ it: text, en: text });
const FIELD = { type: 'integer', label: said('Numero') };
const POINT = { x: 12.5, y: -40 };

/** Everything in a document that parameters may name; each list has at least one part. */
function listNames(document: PathwayDocument) {
  const nodes = nodesOf(document);
  const some = <T>(list: readonly T[], otherwise: T) => (list.length > 0 ? list : [otherwise]);
  const transitions = nodes.flatMap(({ key, node }) =>
    transitionsOf(node).map(({ cause, index }) => ({ from: key, ...cause, index })),
  );
  const fields = Object.entries(document.forms).flatMap(([form, schema]) =>
    Object.keys(schema.properties).map((field) => ({ form, field })),
  );
  const keys = (record: object) => some(Object.keys(record), 'none');
  return {
    steps: nodes.map(({ key }) => key).toSorted(),
    returns: some(
      nodes.filter(({ node }) => node.type === 'history').map(({ key }) => key),
      'none',
    ),
    regions: some(
      nodes.filter(({ node }) => node.type === 'parallel').map(({ key }) => key),
      'none',
    ),
    groups: nodes.filter(({ node }) => node.states).map(({ key }) => key),
    transitions: some(transitions, { from: 'none', kind: 'always', index: 0 }),
    rules: keys(document.rules),
    forms: keys(document.forms),
    actions: some(Object.keys(document.actions), 'NONE'),
    messages: keys(document.messages),
    stages: some(
      document.stages.map(({ id }) => id),
      'none',
    ),
    facts: keys(document.data.properties),
    fields: some(fields, { form: 'none', field: 'none' }),
    activities: some(
      placedActivities(document).map(({ activity }) => activity.id),
      'none',
    ),
  };
}

const known = new WeakMap<PathwayDocument, ReturnType<typeof listNames>>();

/** Listed once for each document: the laws try thousands of parameters. */
function namesIn(document: PathwayDocument) {
  const names = known.get(document) ?? listNames(document);
  known.set(document, names);
  return names;
}

/** What a command of this name is given; `pick` decides among the names that there are. */
function parametersOf(
  command: string,
  document: PathwayDocument,
  pick: <T>(from: readonly T[]) => T,
  given?: string,
): Values {
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
  const all: Record<string, Values> = {
    'add-step': {
      step: fresh,
      label,
      ...pick<Values>([{ into: step }, { after: step }, {}]),
      ...pick<Values>([{}, { action: pick(names.actions) }]),
      ...pick<Values>([{}, { kind: 'final' }, { kind: 'final', outcome: 'completed' }]),
      ...pick<Values>([{}, { at: POINT, stage: pick(names.stages) }]),
    },
    'remove-step': { step, ...arrows },
    'rename-step': { step, to: fresh },
    'set-step-label': { step, label },
    'set-step-help': { step, help: pick([label, null]) },
    'set-stage': { steps: [step], stage: pick([pick(names.stages), null]) },
    'set-outcome': { step, outcome: 'completed' },
    'set-positions': { positions: { [step]: POINT } },
    'set-initial': { group: pick([step, pick(names.groups)]), step: other },
    'set-step-kind': {
      step,
      kind: pick(['step', 'final']),
      ...pick<Values>([{}, { outcome: 'completed' }]),
    },
    'move-step': { step, ...pick<Values>([{}, { into: other }, { into: pick(names.groups) }]) },
    'group-steps': { steps: some, group: fresh, label },
    ungroup: { group: pick([step, pick(names.groups)]) },
    'make-group-parallel': { group: given ?? pick(names.groups) },
    'make-group-sequential': { group: step, initial: pick([other, ...childrenOf(document, step)]) },
    'add-region': {
      group: given ?? pick(names.regions),
      region: fresh,
      label,
      first: { step: 'first-one', label },
    },
    'remove-region': { region: step, ...arrows },
    'add-history': {
      group: step,
      step: fresh,
      label,
      history: 'deep',
      ...pick<Values>([{}, { otherwise: other }]),
    },
    'change-history': {
      step: given ?? pick(names.returns),
      history: 'shallow',
      otherwise: pick([null, other]),
    },
    'add-transition': {
      from: step,
      cause,
      ...pick<Values>([{}, { to: other }]),
      ...pick<Values>([{}, { guard: pick(names.rules) }]),
    },
    'remove-transition': { transition },
    'retarget-transition': { transition, to: pick([other, null]) },
    'move-transition': { transition, from: step, cause },
    'order-transitions': {
      from,
      cause: { kind, ...(name !== undefined && { name }) },
      order: pick([[0], [1, 0], [1, 0, 2]]),
    },
    'set-guard': { transition, guard: pick([null, pick(names.rules)]) },
    'set-reentry': { transition, reenter: pick([true, false]) },
    'describe-transition': { transition, description: pick([null, 'perché']) },
    'add-rule': { rule: fresh, is: rule },
    'replace-rule': { rule: pick(names.rules), is: rule },
    'remove-rule': { rule: pick([pick(names.rules), 'new-one']) },
    'rename-rule': { rule: pick(names.rules), to: fresh },
    'add-form': { form: fresh, label },
    'set-form-label': { form, label },
    'remove-form': { form: pick([pick(names.forms), 'new-one']) },
    'rename-form': { form: pick(names.forms), to: fresh },
    'add-field': { form, field: freshFact, is, ...pick<Values>([{}, { at: 0 }]) },
    'change-field': { form, field, is },
    'remove-field': { form, field },
    'rename-field': { form, field, to: freshFact },
    'order-fields': {
      form,
      order: Object.keys(document.forms[form]?.properties ?? {}).toReversed(),
    },
    'require-field': { form, field, isRequired: pick([true, false]) },
    'add-fact': { of, fact: freshFact, is },
    'change-fact': { of, fact, is },
    'order-facts': {
      of: 'case',
      order: Object.keys(document.data.properties).toReversed(),
    },
    'remove-fact': { of, fact },
    'rename-fact': { of: pick(['case', 'case', 'participant']), fact, to: freshFact },
    'add-action': { action: freshAction, is: action },
    'change-action': { action: pick(names.actions), is: action },
    'remove-action': { action: pick([pick(names.actions), 'NEW_ONE']) },
    'rename-action': { action: pick(names.actions), to: freshAction },
    'add-message': { message: fresh, is: message },
    'change-message': { message: pick(names.messages), is: message },
    'remove-message': { message: pick(names.messages) },
    'rename-message': { message: pick(names.messages), to: fresh },
    'add-stage': { stage: { id: fresh, label, colour: 'blue' }, ...pick<Values>([{}, { at: 0 }]) },
    'change-stage': { stage: pick(names.stages), ...pick<Values>([{ label }, { colour: 'teal' }]) },
    'remove-stage': { stage: pick([pick(names.stages), 'new-one']) },
    'order-stages': { order: document.stages.map(({ id }) => id).toReversed() },
    'add-activity': { step, activity: fresh, kind: pick(['task', 'service']), input },
    'change-activity': {
      activity: pick(names.activities),
      kind: pick(['task', 'enrolment']),
      input,
    },
    'remove-activity': { activity: pick(names.activities) },
    'rename-activity': { activity: pick(names.activities), to: fresh },
    'add-effect': { on, effect, ...pick<Values>([{}, { at: 0 }]) },
    'change-effect': { on, at: pick([0, 1]), effect },
    'remove-effect': { on, at: pick([0, 1]) },
    'describe-pathway': pick<Values>([
      { title: label },
      { summary: null },
      { subject: 'group' },
      {},
    ]),
    'replace-document': { by: pick<unknown>([document, {}, { code: 'x', words: label }]) },
    'insert-step': { step: fresh, label, from: step, to: way, action: pick(names.actions) },
    'replace-step': {
      step,
      by: fresh,
      label,
      ...pick<Values>([{}, { activity: { id: 'new-task', kind: 'task', input } }]),
    },
    'swap-steps': { step, other: way },
    'duplicate-steps': { steps: some },
    'repeat-step': {
      step,
      ...pick<Values>([{}, { guard: pick(names.rules) }]),
      ...pick<Values>([{}, { action: pick(names.actions) }]),
    },
    'make-parallel': { steps: some, group: fresh, label },
    'make-conditional': {
      step,
      rule: pick(names.rules),
      ...pick<Values>([{}, { otherwise: other }]),
    },
    'add-dependency': { step, after: other },
    'remove-dependency': { step, after: other },
    'extract-pathway': { step: given ?? pick(names.groups), pathway: fresh },
    'inline-pathway': { step, source: document },
    'paste-fragment': {
      fragment: { steps: [step], document },
      ...pick<Values>([{}, { into: other }]),
    },
  };
  const found = all[command];
  if (!found) throw new Error(`no parameters are known for ${command}`);
  return found;
}

function transitionsAt(document: PathwayDocument, step: string) {
  const found = nodesOf(document)
    .filter(({ key }) => key === step)
    .flatMap(({ key, node }) =>
      transitionsOf(node).map(({ cause, index }) => ({ from: key, ...cause, index })),
    );
  return found.length > 0 ? found : [{ from: step, kind: 'always', index: 0 }];
}

function siblingsOf(document: PathwayDocument, step: string): string[] {
  const nodes = nodesOf(document);
  const parent = nodes.find(({ key }) => key === step)?.parent;
  return nodes.filter((one) => one.parent === parent).map(({ key }) => key);
}

function childrenOf(document: PathwayDocument, step: string): string[] {
  return nodesOf(document)
    .filter(({ parent }) => parent === step)
    .map(({ key }) => key);
}

function nextTo(document: PathwayDocument, step: string): string[] {
  return nodesOf(document)
    .filter(({ key }) => key === step)
    .flatMap(({ node }) => transitionsOf(node))
    .flatMap(({ transition }) => transition.target?.replace('#', '') ?? []);
}

/** Parameters by chance: the numbers decide, one after the other. */
export function arbitraryParameters(
  command: string,
  document: PathwayDocument,
  numbers: readonly number[],
): Values {
  let next = 0;
  return parametersOf(command, document, (from) => {
    // Beyond the numbers given, what they add up to goes on deciding.
    const number = (numbers[next % numbers.length] ?? 0) + 31 * Math.floor(next / numbers.length);
    next += 1;
    return from[number % from.length]!;
  });
}

/** Parameters for a command at one step. */
export function atStep(
  command: string,
  document: PathwayDocument,
  step: string,
  index: number,
): Values {
  let next = index * 7;
  return parametersOf(command, document, (from) => from[next++ % from.length]!, step);
}
