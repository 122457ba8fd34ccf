/**
 * Where a document becomes an XState machine (and `machine-step.ts`, where it takes a step): the
 * rest of the engine does not know XState. Beware the words: XState's event is our action, XState's
 * action is our effect, XState's context is the case's and the participant's facts.
 */
import {
  type AnyEventObject,
  type AnyStateMachine,
  assign,
  createMachine,
  fromPromise,
} from 'xstate';
import type { Answer } from './case.ts';
import type { Facts } from './document.ts';
import {
  ACTIVITY_KINDS,
  type MachineNode,
  type PathwayDocument,
  type RecordValue,
} from './document.ts';
import { addDuration } from './duration.ts';
import { defaultsOf, fullFacts, type MachineContext, recorded } from './facts.ts';
import { MICROSTEPS_MAX } from './limits.ts';
import { evaluateRule } from './rules/evaluate.ts';

/** Builds the machine of a document: its JSON, with guards, delays and actors given. */
export function buildMachine(document: PathwayDocument): AnyStateMachine {
  const config = {
    ...marked(document.machine.id, document.machine, true),
    id: document.machine.id,
    options: { maxIterations: MICROSTEPS_MAX },
    context: ({ input }: { input?: Partial<MachineContext> }) => ({
      case: { ...defaultsOf(document), ...input?.case },
      participant: input?.participant ?? {},
    }),
  };
  return createMachine(config as never, implementationsOf(document) as never);
}

/** Names are looked up in objects without a prototype: a guard `constructor` finds nothing. */
function implementationsOf(document: PathwayDocument) {
  const bare = <T>(entries: readonly (readonly [string, T])[]): Record<string, T> =>
    Object.assign(Object.create(null), Object.fromEntries(entries));
  const holds = rememberedVerdicts(document);
  const guards = Object.keys(document.rules).map(
    (rule) =>
      [
        rule,
        ({ context, event }: { context: MachineContext; event: AnyEventObject }) =>
          holds(rule, context, event),
      ] as const,
  );
  const noise = () => {};
  return {
    guards: bare(guards),
    delays: bare(durationsOf(document.machine).map((text) => [text, millisecondsOf(text)])),
    actors: bare(ACTIVITY_KINDS.map((kind) => [kind, PLACEHOLDER])),
    actions: bare<unknown>([
      ['record', recordIn(document)],
      ['message', noise],
      ['percorso.entered', noise],
      ['percorso.left', noise],
    ]),
  };
}

/** The server does the waiting; for XState an activity is a promise that we settle by an event. */
const PLACEHOLDER = fromPromise(() => new Promise<never>(() => {}));

function recordIn({ data }: PathwayDocument) {
  return assign(
    (
      { context, event }: { context: MachineContext; event: AnyEventObject },
      params: Readonly<Record<string, RecordValue>>,
    ) => ({ case: recorded(context.case, params, answerOf(event), data.properties) }),
  );
}

function answerOf(event: AnyEventObject): Answer | undefined {
  return event.type.startsWith('xstate.done.actor.') ? event.output : event.answer;
}

interface Look {
  readonly context: MachineContext;
  readonly event: AnyEventObject;
  readonly facts: Facts;
  readonly verdicts: Map<string, boolean>;
}

/**
 * Many guards look at one context and event in a row, and one rule may stand on thousands of
 * transitions: the facts and the verdicts of the last look are kept.
 */
function rememberedVerdicts(
  document: PathwayDocument,
): (rule: string, context: MachineContext, event: AnyEventObject) => boolean {
  let last: Look | undefined;
  return (rule, context, event) => {
    if (last?.context !== context || last.event !== event) {
      const facts = fullFacts(context, answerOf(event));
      last = { context, event, facts, verdicts: new Map() };
    }
    const known = last.verdicts.get(rule);
    if (known !== undefined) return known;
    const verdict = evaluateRule(document, rule, last.facts) === 'true';
    last.verdicts.set(rule, verdict);
    return verdict;
  };
}

/** XState does not say which states it entered and left; an entry and an exit action do. */
function marked(key: string, node: MachineNode, isRoot = false): MachineNode {
  const states = node.states && {
    states: Object.fromEntries(
      Object.entries(node.states).map(([child, inner]) => [child, marked(child, inner)]),
    ),
  };
  if (isRoot || node.type === 'history') return { ...node, ...states };
  const mark = (type: string) => ({ type, params: { step: key } }) as never;
  return {
    ...node,
    ...states,
    entry: [mark('percorso.entered'), ...(node.entry ?? [])],
    exit: [...(node.exit ?? []), mark('percorso.left')],
  };
}

function durationsOf(node: MachineNode): string[] {
  return [
    ...Object.keys(node.after ?? {}),
    ...Object.values(node.states ?? {}).flatMap(durationsOf),
  ];
}

/** Only for XState's own clock (`createActor`); due dates are computed from the text. */
function millisecondsOf(duration: string): number {
  const epoch = '1970-01-01T00:00:00.000Z';
  return Date.parse(addDuration(epoch, duration, 'UTC'));
}
