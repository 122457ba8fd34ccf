/**
 * What a version allows, found by nothing but letting everything happen in the engine: no chart, no
 * exploration of the checks, nothing of a migration, so that no fault of theirs can hide here.
 */
import {
  advance,
  type CaseEvent,
  type CaseState,
  checkFact,
  type Facts,
  type FactValue,
  type Pathway,
  presentSteps,
  sortedJson,
  start,
} from '@percorso/engine';
import { circumstancesAt, everyEvent } from './walks.ts';

/** Of strides, for finding all places of one version, and for finding ways to outcomes. */
const PLACING_COUNT_MAX = 2500;
const ENDING_COUNT_MAX = 1500;
const NOW = Date.parse('2026-01-12T09:00:00.000Z');
const AGES = [18, 17];

/** On all sides of what the rules of drawn documents ask of a counter. */
const NUMBERS = [0, 1, 5];
/** With those that one step, or several at once, bring to another side, or never to it. */
const ALL_NUMBERS = [-9, -1, 0, 1, 3, 4, 5];

interface Budget {
  left: number;
}

interface Person {
  readonly data: Facts;
  readonly age: number;
}

export class BruteForce {
  private readonly pathway: Pathway;
  private readonly before: Pathway;
  private people: readonly Person[];
  private readonly places = new Map<string, CaseState>();
  private readonly tried = new Set<string>();
  private readonly dead = new Set<string>();
  private placing = { left: PLACING_COUNT_MAX };
  private readonly ending = { left: ENDING_COUNT_MAX };
  private isBegun = false;
  private isThorough = false;

  constructor(pathway: Pathway, before: Pathway) {
    this.pathway = pathway;
    this.before = before;
    this.people = everyone(pathway, NUMBERS);
  }

  /**
   * A place where a case of this version can come to be, with just the facts of a case of the
   * version before, and from where something leads to an outcome; undefined where none was found.
   */
  placeFor(state: CaseState): CaseState | undefined {
    const data = this.carried(state.data);
    for (const place of this.all().values()) {
      const [there] = this.stride(place, { type: 'correct', data }, AGES[0]!, this.ending);
      if (there?.status === 'active' && this.ends(there)) return there;
    }
    return undefined;
  }

  /** Whether a case of this version can come to be there; undefined where not all was looked at. */
  comesTo(state: CaseState): boolean | undefined {
    if (this.hasPlace(state)) return true;
    this.lookThoroughly();
    if (this.hasPlace(state)) return true;
    return this.placing.left === 0 || !this.isFamiliar ? undefined : false;
  }

  private hasPlace(state: CaseState): boolean {
    const name = this.nameOf(state);
    return [...this.all().values()].some((one) => this.nameOf(one) === name);
  }

  /** With more numbers: it takes twice as long, so it is left until somebody asks for it. */
  private lookThoroughly(): void {
    if (this.isThorough) return;
    this.isThorough = true;
    this.isBegun = false;
    this.people = everyone(this.pathway, ALL_NUMBERS);
    this.placing = { left: 2 * PLACING_COUNT_MAX };
  }

  /** Whether nothing that can happen leads to an outcome, and all of it was looked at. */
  neverEnds(state: CaseState): boolean {
    return !this.ends(state) && this.ending.left > 0 && this.isFamiliar;
  }

  /** Whether facts and answers are only those that are tried here. */
  private get isFamiliar(): boolean {
    const asked = ({ document: { participant, data, forms, rules } }: Pathway) =>
      sortedJson([participant, data, forms, rules]);
    return asked(this.pathway) === asked(this.before);
  }

  /** Facts may be corrected to anything at any moment, and anybody may be of any age. */
  private all(): ReadonlyMap<string, CaseState> {
    if (this.isBegun) return this.places;
    this.isBegun = true;
    for (const { data, age } of this.people) {
      const begun = start(this.pathway, circumstancesAt(NOW, age), data);
      if (begun.ok) this.note(begun.state);
    }
    // Everywhere first with the same facts: so most places are found before the strides are spent.
    for (let count = 0; count < this.places.size; ) {
      count = this.places.size;
      for (const person of this.people) this.from(person);
    }
    return this.places;
  }

  /** Everything that may happen where the facts are those of somebody, as the proof takes it. */
  private from({ data, age }: Person): void {
    const lookAgain: CaseEvent = { type: 'correct', data: {} };
    for (const [name, place] of this.places) {
      const tried = `${name} ${age} ${sortedJson(data)}`;
      if (this.placing.left === 0) return;
      if (this.tried.has(tried)) continue;
      const there = { ...place, data };
      for (const next of this.stride(there, lookAgain, age, this.placing)) this.note(next);
      for (const next of this.strides(there, age, this.placing)) this.note(next);
      // Where the strides gave out, not everything was tried: another look begins here again.
      if (this.placing.left > 0) this.tried.add(tried);
    }
  }

  private note(state: CaseState): void {
    const name = nameWithHistory(state);
    if (state.status === 'active' && !this.places.has(name)) this.places.set(name, state);
  }

  private strides(state: CaseState, age: number, budget: Budget): CaseState[] {
    return everyEvent(this.pathway, state).flatMap((event) =>
      this.stride(state, event, age, budget),
    );
  }

  private stride(state: CaseState, event: CaseEvent, age: number, budget: Budget): CaseState[] {
    if (budget.left === 0) return [];
    budget.left -= 1;
    const now = event.type === 'timer' ? Date.parse(state.timers[event.timer]!) : NOW;
    const advanced = advance(this.pathway, state, event, circumstancesAt(now, age));
    return advanced.ok ? [advanced.state] : [];
  }

  /** Without corrections. */
  private ends(from: CaseState): boolean {
    const seen = new Map([[nameWithFacts(from), from]]);
    for (const [name, state] of seen) {
      if (this.dead.has(name)) continue;
      for (const next of AGES.flatMap((age) => this.strides(state, age, this.ending))) {
        if (next.status === 'done') return true;
        if (!seen.has(nameWithFacts(next))) seen.set(nameWithFacts(next), next);
      }
    }
    if (this.ending.left > 0) for (const name of seen.keys()) this.dead.add(name);
    return false;
  }

  /** The facts that the case would have: what has no place any more begins as the document says. */
  private carried(had: Facts): Record<string, FactValue | null> {
    const declared = this.pathway.document.data.properties;
    const known = this.before.document.data.properties;
    return Object.fromEntries(
      Object.entries(declared).map(([name, field]) => {
        const value = had[name];
        if (value !== undefined && checkFact(field, value) === undefined) return [name, value];
        const isNew = value !== undefined || !Object.hasOwn(known, name);
        return [name, (isNew ? field.default : undefined) ?? null];
      }),
    );
  }

  /** Of the memories only those of groups where the case is not: others may be of no use. */
  private nameOf(state: CaseState): string {
    const { steps } = this.pathway;
    const { machine } = this.pathway.document;
    const present = new Set([machine.id, ...presentSteps(this.pathway, state)]);
    const isOutside = (id: string) => !present.has(steps[id]?.parents.at(-1) ?? machine.id);
    const history = Object.entries(state.history).filter(([id]) => isOutside(id));
    return nameWithHistory({ ...state, history: Object.fromEntries(history) });
  }
}

function nameWithHistory({ value, history, activities, timers }: CaseState): string {
  return sortedJson([value, history, Object.keys(activities).sort(), Object.keys(timers).sort()]);
}

/** Counters are alike beyond what any rule asks about. */
function nameWithFacts(state: CaseState): string {
  const facts = Object.entries(state.data).map(([name, fact]) => [
    name,
    typeof fact === 'number' ? Math.max(-9, Math.min(9, fact)) : fact,
  ]);
  return sortedJson([nameWithHistory(state), facts.sort()]);
}

/** Every combination of values that the rules in use tell apart, at every age that they do. */
function everyone(pathway: Pathway, numbers: readonly number[]): Person[] {
  const asked = askedIn(pathway);
  let all: Facts[] = [{}];
  for (const [name, { type, oneOf }] of Object.entries(pathway.document.data.properties)) {
    if (!asked.includes(`"case.${name}"`)) continue;
    const numeric = type === 'integer' || type === 'number' ? numbers : [];
    const values = oneOf?.map((one) => one.const) ?? (type === 'boolean' ? [true] : numeric);
    all = all.flatMap((facts) => [facts, ...values.map((value) => ({ ...facts, [name]: value }))]);
  }
  const ages = asked.includes('"participant.age"') ? AGES : AGES.slice(0, 1);
  return all.flatMap((data) => ages.map((age) => ({ data, age })));
}

/** The machine with the rules that it names, and those that they name: where facts may be asked. */
function askedIn({ document: { machine, actions, rules } }: Pathway): string {
  const left = new Map(Object.entries(rules));
  let asked = sortedJson([machine, actions]);
  for (let count = -1; count !== left.size; ) {
    count = left.size;
    for (const [name, rule] of left) {
      if (!asked.includes(`"${name}"`)) continue;
      asked += sortedJson(rule);
      left.delete(name);
    }
  }
  return asked;
}
