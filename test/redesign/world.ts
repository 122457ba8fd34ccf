/** What a version allows, found out another way than the migration does. */
import { advance, type CaseState, type Pathway, sortedJson, xstateMachine } from '@percorso/engine';
import { configurationOf, nameOf } from '../../engine/src/check/chart/configuration.ts';
import { explore } from '../../engine/src/check/explore/explore.ts';
import { Model } from '../../engine/src/check/explore/model.ts';
import { carryFacts } from '../../engine/src/migrate/carry-facts.ts';
import { restOf } from '../../engine/src/migrate/rest.ts';
import { compiled } from '../../engine/src/pathway.ts';
import { circumstancesAt, everyEvent } from './walks.ts';

/** More are not looked at: then nothing is claimed to be impossible. */
export const CONFIGURATION_COUNT_MAX = 150;
const STATE_COUNT_MAX = 150;
/** For all the searches about one redesign. */
const SEARCH_COUNT_MAX = 250;

type Told = 'yes' | 'no' | 'unknown';

export class World {
  private readonly pathway: Pathway;
  private explored: Explored | undefined;
  private readonly outcomes = new Map<string, Told>();
  private searchCount = 0;
  /** The drawn documents' own facts, forms and rules: then `everyEvent` is everything. */
  private readonly isFamiliar: boolean;

  constructor(pathway: Pathway, before: Pathway) {
    this.pathway = pathway;
    this.isFamiliar = asked(pathway) === asked(before);
  }

  private all(): Explored {
    if (this.explored) return this.explored;
    const model = new Model(this.pathway.document);
    const options = { mayCorrect: true, configurationsMax: CONFIGURATION_COUNT_MAX };
    const { why, ways } = explore(model, options);
    const numbers = new Map(model.configurations.map((one, at) => [nameOf(one), at]));
    const ends = new Set([...numbers.values()].filter((at) => model.configurations[at]!.isDone));
    const before = Map.groupBy(ways, ({ to }) => to);
    for (const end of ends) for (const { from } of before.get(end) ?? []) ends.add(from);
    this.explored = { model, numbers, ends, isWhole: why !== 'too-many' };
    return this.explored;
  }

  knows(state: CaseState): Told {
    const { model, numbers, isWhole } = this.all();
    if (numbers.has(nameOf(configurationOf(model.chart, state)))) return 'yes';
    return isWhole ? 'no' : 'unknown';
  }

  /** The state as the new version would have to hold it, steps by the same names. */
  placed(state: CaseState): CaseState | undefined {
    const { tree } = compiled(this.pathway);
    const steps = new Set<string>();
    const visit = (value: CaseState['value'], around: typeof tree.root): boolean => {
      const inner = typeof value === 'string' ? { [value]: {} } : value;
      return Object.entries(inner).every(([key, rest]) => {
        const child = around.children.get(key);
        steps.add(key);
        return !!child && visit(rest, child);
      });
    };
    if (!visit(state.value, tree.root)) return undefined;
    const ids = [...Object.keys(state.history), ...Object.values(state.history).flat()];
    if (ids.some((id) => !tree.byId.has(id))) return undefined;
    const isHome = (declared: { readonly step: string } | undefined) =>
      declared && (steps.has(declared.step) || declared.step === tree.root.key);
    const activities = Object.keys(state.activities).map((id) => tree.activities.get(id));
    const timers = Object.keys(state.timers).map((id) => tree.timers.get(id));
    return [...activities, ...timers].every(isHome) ? state : undefined;
  }

  /** Whether a state would be a valid one to be in. */
  isFit(state: CaseState): Told {
    const machine = xstateMachine(this.pathway);
    try {
      const context = { case: state.data, participant: { age: 18 } };
      const { value } = machine.resolveState({ value: state.value, context });
      if (sortedJson(value) !== sortedJson(state.value)) return 'no';
    } catch {
      return 'no';
    }
    const rest = restOf(this.pathway, state, circumstancesAt(0), []);
    if (rest.fault) return 'no';
    const told = [this.knows(rest.state), this.leadsToOutcome(rest.state)];
    return told.includes('no') ? 'no' : told.includes('unknown') ? 'unknown' : 'yes';
  }

  /** Every place that a case of this version can be in, with this case's facts. */
  anyFit(state: CaseState): CaseState | 'none' | 'unknown' {
    const { model, isWhole } = this.all();
    const { data } = carryFacts(this.pathway.document, this.pathway.document, state.data);
    let isUnknown = !isWhole;
    for (const { present, memory, activities, timers, isDone } of [...model.configurations]) {
      if (isDone) continue;
      const kinds = compiled(this.pathway).tree.activities;
      const place: CaseState = {
        status: 'active',
        value: stateValueOf(present, model.chart.root) as CaseState['value'],
        history: Object.fromEntries(
          [...memory].map(([id, nodes]) => [id, nodes.map((one) => one.id)]),
        ),
        data,
        activities: Object.fromEntries([...activities].map((id) => [id, kinds.get(id)!.kind])),
        timers: Object.fromEntries([...timers].map((id) => [id, '2026-01-12T09:00:00.000Z'])),
      };
      const fit = this.isFit(place);
      if (fit === 'yes') return place;
      if (fit === 'unknown') isUnknown = true;
    }
    return isUnknown ? 'unknown' : 'none';
  }

  leadsToOutcome(from: CaseState): Told {
    const name = nameIn(from);
    const told = this.outcomes.get(name) ?? this.search(from);
    this.outcomes.set(name, told);
    return told;
  }

  /** By letting everything happen in the engine itself, to participants of every age. */
  private search(from: CaseState): Told {
    const { model, numbers, ends, isWhole } = this.all();
    const number = numbers.get(nameOf(configurationOf(model.chart, from)));
    if (isWhole && number !== undefined && !ends.has(number)) return 'no';
    const seen = new Set([nameIn(from)]);
    const queue = [from];
    for (const state of queue) {
      if (this.searchCount++ > SEARCH_COUNT_MAX) return 'unknown';
      for (const next of this.after(state)) {
        const name = nameIn(next);
        if (next.status === 'done' || this.outcomes.get(name) === 'yes') return 'yes';
        if (!seen.has(name)) queue.push(next);
        seen.add(name);
      }
      if (seen.size > STATE_COUNT_MAX) return 'unknown';
    }
    if (!this.isFamiliar) return 'unknown';
    for (const name of seen) this.outcomes.set(name, 'no');
    return 'no';
  }

  private *after(state: CaseState): Generator<CaseState> {
    for (const event of everyEvent(this.pathway, state)) {
      const now = event.type === 'timer' ? Date.parse(state.timers[event.timer]!) : 0;
      for (const age of [18, 17]) {
        const advanced = advance(this.pathway, state, event, circumstancesAt(now, age));
        if (advanced.ok) yield advanced.state;
      }
    }
  }
}

interface Explored {
  readonly model: Model;
  readonly numbers: ReadonlyMap<string, number>;
  /** From where an outcome might be reached if the facts allowed it. */
  readonly ends: ReadonlySet<number>;
  readonly isWhole: boolean;
}

function asked({ document: { participant, forms, rules } }: Pathway): string {
  return sortedJson([participant, forms, rules]);
}

/** Counters are alike beyond what any rule asks about. */
function nameIn({ value, history, activities, timers, data }: CaseState): string {
  const facts = Object.entries(data).map(([name, fact]) => [
    name,
    typeof fact === 'number' ? Math.max(-9, Math.min(9, fact)) : fact,
  ]);
  return sortedJson([value, history, activities, Object.keys(timers).sort(), facts]);
}

type Node = Model['chart']['root'];

function stateValueOf(present: ReadonlySet<Node>, node: Node): unknown {
  const children = node.children.filter((child) => present.has(child));
  const [only] = children;
  const isSingle = node.type === 'compound' && only && only.children.length === 0;
  if (isSingle) return only.key;
  return Object.fromEntries(children.map((child) => [child.key, stateValueOf(present, child)]));
}
