import type { Answer, CaseEvent, CaseState, Pathway, Refusal, Unlock } from './case.ts';
import type { Facts, FactValue, PathwayDocument, Rule } from './document.ts';
import { fullFacts } from './facts.ts';
import { type Opening, openingsOf } from './openings.ts';
import { compiled, presentNodes } from './pathway.ts';
import { ruleSaysNo } from './refusals.ts';
import { explainRule } from './rules/explain.ts';
import { cheapestUnlock, factCost } from './rules/unlock.ts';

/** Why no transition takes an event that is open here: the rules before it, explained. */
export function whyNot(
  pathway: Pathway,
  state: CaseState,
  event: CaseEvent,
  participant: Facts,
): Refusal {
  const { document, tree } = compiled(pathway);
  const context = { case: state.data, participant };
  const openings = openingsOf(document, tree, state, fullFacts(context));
  const guards = guardsBefore(pathway, state, event);
  return ruleRefusal(document, guards, fullFacts(context, answerOf(event)), openings);
}

/** Nobody reads more ways than this that an action could have gone. */
const RULES_EXPLAINED_MAX = 6;

/** The refusal of what needs one of several rules to hold, when none does. */
export function ruleRefusal(
  document: PathwayDocument,
  guards: readonly string[],
  facts: Facts,
  openings: readonly Opening[],
): Refusal {
  const rule: Rule | string =
    guards.length === 1
      ? guards[0]!
      : { any: guards.slice(0, RULES_EXPLAINED_MAX).map((guard) => ({ rule: guard })) };
  const { words } = explainRule(document, rule, facts);
  const unlock = cheapestUnlock(document, rule, facts, costToPeople);
  return ruleSaysNo(
    words,
    unlock.map((one) => withAction(one, openings)),
  );
}

/** What is counted of a person, such as an age, never gets less: then there is no way to suggest. */
function costToPeople(fact: string, value?: FactValue, present?: FactValue): number {
  const isCounted = typeof value === 'number' && typeof present === 'number';
  const isLess = isCounted && value < present;
  return isLess && fact.startsWith('participant.') ? Infinity : factCost(fact);
}

/** Names the action, open now, that records the fact. */
function withAction(unlock: Unlock, openings: readonly Opening[]): Unlock {
  const fact = unlock.fact.startsWith('case.') ? unlock.fact.slice('case.'.length) : undefined;
  const recorder = openings.find(
    (opening) => opening.verdict !== 'no' && fact !== undefined && opening.records.includes(fact),
  );
  return recorder ? { ...unlock, action: recorder.action } : unlock;
}

function guardsBefore(pathway: Pathway, state: CaseState, event: CaseEvent): string[] {
  const { activities, root } = compiled(pathway).tree;
  const guards = new Set<string>();
  const collect = (branches: readonly { guard: string | undefined }[] = []) => {
    for (const { guard } of branches) if (guard !== undefined) guards.add(guard);
  };
  if (event.type === 'action')
    for (const step of [root, ...presentNodes(pathway, state)])
      collect(step.actions.get(event.action));
  if (event.type === 'done') collect(activities.get(event.activity)?.onDone);
  if (event.type === 'failed') collect(activities.get(event.activity)?.onError);
  return [...guards];
}

function answerOf(event: CaseEvent): Answer | undefined {
  return 'answer' in event ? event.answer : undefined;
}
