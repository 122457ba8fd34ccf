/** A walk through the exploration, made into one that the engine can take. */

import { advance, start } from '../../advance.ts';
import type { CaseEvent, CaseState, Pathway } from '../../case.ts';
import type { Facts, FactValue } from '../../document.ts';
import { own } from '../../parse/scope.ts';
import { configurationOf, nameOf } from '../chart/configuration.ts';
import { formOf } from '../explore/explore.ts';
import type { Model } from '../explore/model.ts';
import type { Spot } from '../explore/walker.ts';
import type { SpaceFact } from '../facts/fact-space.ts';
import type { Store } from '../facts/store.ts';
import type { CounterExample } from '../finding.ts';
import { sampleAnswer } from './sample-answer.ts';
import { tellWalk } from './tell-walk.ts';

const BEGINNING = '2026-01-12T09:00:00.000Z';

/** The walk to a spot; nothing where the engine does not follow it there. */
export function exampleOf(model: Model, spot: Spot): CounterExample | undefined {
  const walk = walkTo(model, spot);
  const state = walkExample(model.pathway, walk);
  const isThere =
    state && nameOf(configurationOf(model.chart, state)) === nameOf(model.configurations[spot.at]!);
  return isThere ? { ...walk, told: tellWalk(model, walk, state) } : undefined;
}

/** What somebody would have to do, though the engine may refuse it. */
export function walkTo(model: Model, spot: Spot): Omit<CounterExample, 'told'> {
  const way = wayTo(spot);
  return {
    participant: chosen(model, way[0]!.store, 'participant'),
    data: handedOver(model, way[0]!.store),
    happenings: way.slice(1).map((one) => eventOf(model, one)),
  };
}

/** Walks an example in the engine itself; nothing where a step is refused. */
export function walkExample(
  pathway: Pathway,
  { participant, data, happenings }: Omit<CounterExample, 'told'>,
): CaseState | undefined {
  let now = BEGINNING;
  const circumstances = () => ({ now, timeZone: 'UTC', participant });
  const begun = start(pathway, circumstances(), data);
  if (!begun.ok) return undefined;
  let { state } = begun;
  for (const event of happenings) {
    const dueAt = event.type === 'timer' ? state.timers[event.timer] : undefined;
    if (dueAt !== undefined && Date.parse(dueAt) > Date.parse(now)) now = dueAt;
    const advanced = advance(pathway, state, event, circumstances());
    if (!advanced.ok) return undefined;
    state = advanced.state;
  }
  return state;
}

function wayTo(spot: Spot): Spot[] {
  const way: Spot[] = [];
  for (let one: Spot | undefined = spot; one; one = one.before) way.unshift(one);
  return way;
}

/** The values that stand for the known regions of a store. */
function chosen(model: Model, store: Store, source: SpaceFact['source']): Facts {
  const facts: Record<string, FactValue> = {};
  for (const [at, fact] of model.space.facts.entries()) {
    const index = fact.values.findIndex((_, region) => store[at] === 2 << region);
    if (fact.source === source && index >= 0) facts[fact.bare] = fact.values[index]!;
  }
  return facts;
}

/** Of the facts known at the start, those that were handed over. */
function handedOver(model: Model, store: Store): Facts {
  const known = Object.entries(chosen(model, store, 'case'));
  return Object.fromEntries(known.filter(([bare]) => model.space.handed.has(bare)));
}

function eventOf(model: Model, { happening, store }: Spot): CaseEvent {
  const { type, name } = happening!;
  if (type === 'timer') return { type, timer: name };
  if (type === 'failed') return { type, activity: name, reason: 'declined' };
  if (type === 'correct') return { type, data: {} };
  const schema = own(model.document.forms, formOf(model, happening!));
  const answer = schema && {
    answer: sampleAnswer(schema, inForm(chosen(model, store, 'answer'), schema.properties)),
  };
  return type === 'action'
    ? { type, action: name, ...answer }
    : { type, activity: name, ...answer };
}

function inForm(facts: Facts, properties: object): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter(([name]) => Object.hasOwn(properties, name)),
  );
}
