/** The machine of a pathway, told by labels. */
import type {
  ActivityInput,
  Assignee,
  MachineEffect,
  MachineInvoke,
  MachineNode,
  MachineTransition,
  PathwayDocument,
  RecordValue,
  Rule,
} from '@percorso/engine';
import { transitionsOf } from '../../designer/src/commands/edit/transitions.ts';
import { formOf } from '../../designer/src/commands/uses/use.ts';
import type { Labels } from './labels.ts';

interface Teller {
  readonly document: PathwayDocument;
  readonly labels: Labels;
}

export function machineTold(document: PathwayDocument, labels: Labels): object {
  return nodeTold({ document, labels }, document.machine);
}

function nodeTold(teller: Teller, node: MachineNode): object {
  const { labels } = teller;
  const inner = Object.entries(node.states ?? {});
  return {
    type: node.type,
    history: node.history,
    target: node.target && targetTold(teller, node.target),
    initial: node.initial && labels.step(node.initial),
    entry: effectsTold(teller, node.entry, undefined),
    exit: effectsTold(teller, node.exit, undefined),
    activities: ([node.invoke ?? []].flat() as MachineInvoke[]).map((one) =>
      activityTold(teller, one),
    ),
    ways: waysTold(teller, node),
    steps: Object.fromEntries(
      inner.map(([key, child]) => [labels.step(key), nodeTold(teller, child)]),
    ),
  };
}

const targetTold = ({ labels }: Teller, target: string) => labels.step(target.replace(/^#/, ''));

/** The ways out by their cause, in their order. */
function waysTold(teller: Teller, node: MachineNode): object {
  const { document, labels } = teller;
  const ways = new Map<string, object[]>();
  for (const { cause, transition } of transitionsOf(node)) {
    const name = cause.name ?? '';
    const of = { action: labels.action, done: labels.activity, failed: labels.activity };
    const called = cause.kind in of ? of[cause.kind as keyof typeof of](name) : name;
    const form = formOf(document, node, cause);
    const key = `${cause.kind} ${called}`;
    ways.set(key, [...(ways.get(key) ?? []), wayTold(teller, transition, form)]);
  }
  return Object.fromEntries(ways);
}

function wayTold(teller: Teller, way: MachineTransition, form: string | undefined): object {
  const { target, guard, actions, reenter, description } = way;
  return {
    target: target && targetTold(teller, target),
    guard: guard === undefined ? undefined : ruleTold(teller, { rule: guard }, form),
    effects: effectsTold(teller, actions, form),
    reenter: reenter === true,
    description,
  };
}

/** A named rule is what it says. */
function ruleTold(teller: Teller, rule: Rule, form: string | undefined): unknown {
  const { document, labels } = teller;
  const inner = (one: Rule) => ruleTold(teller, one, form);
  if ('all' in rule) return { all: rule.all.map(inner) };
  if ('any' in rule) return { any: rule.any.map(inner) };
  if ('not' in rule) return { not: inner(rule.not) };
  if ('rule' in rule) return inner(document.rules[rule.rule]!);
  const { fact, op, value } = rule;
  return {
    fact: labels.fact(fact, form),
    op,
    value: value === undefined ? undefined : labels.value(fact, value, form),
  };
}

/** One record for what is recorded one after the other. */
function effectsTold(
  { labels }: Teller,
  effects: readonly MachineEffect[] | undefined,
  form: string | undefined,
): object[] {
  const told: Record<string, unknown>[] = [];
  for (const effect of effects ?? []) {
    if (effect.type === 'message') {
      told.push({ message: labels.message(effect.params.message) });
      continue;
    }
    const pairs = Object.entries(effect.params).map(([fact, value]) => [
      labels.fact(`case.${fact}`),
      recordTold(labels, fact, value, form),
    ]);
    const last = told.at(-1);
    const params = Object.fromEntries(pairs);
    if (last && !('message' in last)) Object.assign(last, params);
    else told.push(params);
  }
  return told;
}

function recordTold(
  labels: Labels,
  fact: string,
  value: RecordValue,
  form: string | undefined,
): unknown {
  if (value === null) return null;
  if (typeof value === 'object' && 'answer' in value) {
    return { answer: labels.fact(`answer.${value.answer}`, form) };
  }
  if (typeof value === 'object' && 'add' in value) return value;
  return labels.value(`case.${fact}`, value as never);
}

function activityTold(teller: Teller, { src, input }: MachineInvoke): object {
  const { labels } = teller;
  const { form, assignee, edition, at, place, messages, data, ...is } = input;
  const fact = (reference: { readonly fact: string } | undefined) =>
    reference && labels.fact(reference.fact);
  return {
    ...is,
    src,
    form: form && labels.form(form),
    assignee: assignee && assigneeTold(labels, assignee),
    edition: fact(edition),
    at: fact(at),
    place: fact(place),
    enrolled: messages?.enrolled && labels.message(messages.enrolled),
    waiting: messages?.waiting && labels.message(messages.waiting),
    data: handedTold(labels, data),
  };
}

function assigneeTold(labels: Labels, assignee: Assignee): unknown {
  if ('role' in assignee || typeof assignee.organisation === 'string') return assignee;
  return { organisation: labels.fact(assignee.organisation.fact) };
}

/** What is handed on has the names of the sub-pathway, which are not this one's to make. */
function handedTold(labels: Labels, data: ActivityInput['data']): object | undefined {
  if (!data) return undefined;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'object' && 'fact' in value ? labels.fact(value.fact) : value,
    ]),
  );
}
