/** The laws of migrations, each held against one redesign; what breaks one is thrown. */
import {
  advance,
  available,
  type CaseState,
  checkFact,
  type Decision,
  type MappingHints,
  type Migration,
  mapSteps,
  migrateState,
  type Pathway,
  presentSteps,
  type StepMapping,
  sortedJson,
  xstateMachine,
} from '@percorso/engine';
import { compiled } from '../../engine/src/pathway.ts';
import { Choices } from '../../engine/src/testing/arbitrary-document.ts';
import { type Redesign, type Versions, versionsOf } from './arbitrary-redesign.ts';
import { isBegun, isInPlace } from './books.ts';
import { BruteForce } from './brute-force.ts';
import { holdAlike, holdForetold, holdPlan } from './crowd-laws.ts';
import { hold, type Judged } from './judged.ts';
import { holdMoved } from './moving-laws.ts';
import { circumstancesAt, type Walked, walked, withSiblings } from './walks.ts';
import { CONFIGURATION_COUNT_MAX, World } from './world.ts';

const ROUND_COUNT_MAX = 12;

export type Counts = Record<Migration['kind'] | 'decided' | 'unbounded' | 'open', number>;

export function noCounts(): Counts {
  return {
    unaffected: 0,
    moved: 0,
    'needs-decision': 0,
    blocked: 0,
    decided: 0,
    unbounded: 0,
    open: 0,
  };
}

/** Holds every law against a redesign; counts what was met. */
export function judge(redesign: Redesign, counts: Counts): void {
  const versions = versionsOf(redesign);
  const { renamedSteps, numbers } = redesign;
  const cases = walked(versions.from, numbers);
  const judged = new Judgement(
    versions,
    { renamedSteps },
    new Choices(numbers.toReversed()),
    counts,
  );
  for (const one of cases) judged.case(one);
  const crowd = withSiblings(versions.from, cases);
  holdPlan(judged, crowd);
  holdAlike(judged, crowd);
  holdForetold(judged, crowd);
}

class Judgement implements Judged {
  readonly versions: Versions;
  readonly hints: MappingHints;
  readonly mapping: StepMapping;
  private readonly choices: Choices;
  private readonly counts: Counts;
  readonly decisions: Decision[] = [];
  private readonly world: World;
  private readonly brute: BruteForce;
  private readonly bruteBefore: BruteForce;

  constructor(versions: Versions, hints: MappingHints, choices: Choices, counts: Counts) {
    this.versions = versions;
    this.hints = hints;
    this.mapping = mapSteps(versions.from.document, versions.to.document, hints);
    this.choices = choices;
    this.counts = counts;
    this.world = new World(versions.to, versions.from);
    this.brute = new BruteForce(versions.to, versions.from);
    this.bruteBefore = new BruteForce(versions.from, versions.from);
  }

  case(one: Walked): void {
    const { from, to } = this.versions;
    const { state, now } = one;
    const found = migrateState(
      ...([from, to, state, circumstancesAt(now), this.mapping, CONFIGURATION_COUNT_MAX] as const),
    );
    this.counts[found.kind] += 1;
    if (state.status === 'done') {
      hold('an ended case is left alone', found.kind === 'unaffected');
      return;
    }
    if (found.kind === 'blocked') this.parked(state);
    if (found.kind === 'blocked' || found.kind === 'needs-decision') this.notAtHome(state);
    if (found.kind === 'unaffected') this.valid(state, state, found);
    if (found.kind === 'moved') this.valid(state, found.state, found);
    if (found.kind === 'needs-decision') this.decide(state, now, found);
    holdMoved(this, one, found);
  }

  /** Every combination of answers that are offered ends in a valid place, soon. */
  private decide(state: CaseState, now: number, first: Migration): void {
    const { from, to } = this.versions;
    let found = first;
    let mapping = this.mapping;
    for (let round = 0; found.kind === 'needs-decision'; round += 1) {
      hold('decisions come to an end', round < ROUND_COUNT_MAX, found.questions);
      for (const { steps, choices } of found.questions) {
        hold('a question has answers', choices.length > 0 && steps.length > 0);
        const { at } = this.choices.of(choices);
        mapping = new Map([...mapping, ...steps.map((step) => [step, at] as const)]);
        this.decisions.push({ steps, at });
      }
      const circumstances = circumstancesAt(now);
      found = migrateState(
        ...([from, to, state, circumstances, mapping, CONFIGURATION_COUNT_MAX] as const),
      );
    }
    // The answer may be to stay: a region that lost its step may begin just where the case is.
    const isDecided = found.kind === 'moved' || found.kind === 'unaffected';
    hold('an answer that is offered leads on', isDecided, found);
    this.counts.decided += 1;
    this.valid(state, found.kind === 'moved' ? found.state : state, found);
  }

  /** The same checks as for any case of the new version. */
  private valid(before: CaseState, state: CaseState, found: Migration): void {
    const { to } = this.versions;
    const context = { case: state.data, participant: { age: 18 } };
    const resolved = xstateMachine(to).resolveState({ value: state.value, context });
    hold('XState knows the place', sortedJson(resolved.value) === sortedJson(state.value), state);
    hold('nobody’s pathway ends', state.status === 'active' && resolved.status === 'active', state);
    const present = [...presentSteps(to, state), to.document.machine.id];
    const { activities, timers } = compiled(to).tree;
    for (const [id, kind] of Object.entries(state.activities)) {
      const declared = activities.get(id);
      hold(
        'activities are at home',
        declared?.kind === kind && present.includes(declared.step),
        id,
      );
    }
    for (const id of Object.keys(state.timers)) {
      hold('timers are at home', present.includes(timers.get(id)?.step ?? ''), id);
    }
    for (const [name, value] of Object.entries(state.data)) {
      const field = to.document.data.properties[name];
      hold('facts have a place', !!field && checkFact(field, value) === undefined, name);
    }
    for (const { action } of available(to, state, circumstancesAt(0))) {
      const advanced = advance(to, state, { type: 'action', action }, circumstancesAt(0));
      hold('actions are known', advanced.ok || advanced.refusal.code !== 'action-unknown');
    }
    if (found.kind === 'moved') {
      const isThere = isInPlace(before, state) || this.world.knows(state) !== 'no';
      hold('a case of the new version can come to be there', isThere, state);
      // Where the exploration gave up, people are told that it is not known.
      const isOpen = found.proof.isReachable === 'unknown';
      const isKnown = isInPlace(before, state) || isOpen;
      const isWalked = isKnown || this.brute.comesTo(state) !== false;
      hold('somebody of the new version comes there by walking', isWalked, state);
      hold('an outcome can be reached', this.mayEnd(state), state);
      const isWhole = found.passage.books !== undefined || isBegun(to, state, found.passage);
      hold('what is entered begins with all that it has', isWhole, state);
    }
  }

  private mayEnd(state: CaseState): boolean {
    const leads = this.world.leadsToOutcome(state);
    if (leads === 'unknown') this.counts.open += 1;
    return leads !== 'no';
  }

  /** Whoever could simply stay where they are is neither asked nor parked. */
  private notAtHome(state: CaseState): void {
    const [old, next] = [compiled(this.versions.from).tree, compiled(this.versions.to).tree];
    const isEnd = (step: { readonly type: string } | undefined) => step?.type === 'final';
    // A step that has become an end is never taken to be the same.
    const isKnown = presentSteps(this.versions.from, state).every((key) => {
      const after = next.steps.get(key);
      return after && (!isEnd(after) || isEnd(old.steps.get(key)));
    });
    if (!isKnown) return;
    hold('whoever is stuck as before is not parked', !this.isStuckAsBefore(state), state);
    const isHome =
      sortedJson(this.world.placed(state)) === sortedJson(state) &&
      this.world.isFit(state) === 'yes';
    hold('whoever can stay as they are is not parked', !isHome, state);
  }

  /** Nothing is another for the case, and it could not reach an outcome before either. */
  private isStuckAsBefore(state: CaseState): boolean {
    const { from, to } = this.versions;
    const remembers = Object.keys(state.history).length > 0;
    if (remembers || sortedJson(this.world.placed(state)) !== sortedJson(state)) return false;
    const present = [...presentSteps(from, state), from.document.machine.id];
    const offered = (pathway: Pathway) => {
      const { activities, timers, steps } = compiled(pathway).tree;
      const here = <One extends { readonly step: string }>(all: ReadonlyMap<string, One>) =>
        [...all].filter(([, { step }]) => present.includes(step));
      const tasks = here(activities).map(([id, { kind, input }]) => [id, kind, input]);
      const limits = here(timers).map(([id]) => id);
      const { data } = pathway.document;
      return [tasks, limits, data, present.map((key) => steps.get(key)?.type)];
    };
    const isSame = sortedJson(offered(from)) === sortedJson(offered(to));
    const hasEnd = sortedJson(offered(from)).includes('"final"');
    const rests = (pathway: Pathway) => {
      const again = advance(pathway, state, { type: 'correct', data: {} }, circumstancesAt(0));
      return again.ok && sortedJson(again.state) === sortedJson(state);
    };
    if (!isSame || hasEnd || !rests(from) || !rests(to)) return false;
    return this.bruteBefore.neverEnds(state);
  }

  /** Nothing that a case of the new version can be would do. */
  private parked(state: CaseState): void {
    const found = this.world.anyFit(state);
    if (found === 'unknown') this.counts.unbounded += 1;
    hold('parked only where nothing else is possible', typeof found === 'string', found);
    if (found === 'unknown') return;
    const place = this.brute.placeFor(state);
    hold('parked only where nobody walks to a place that would do', place === undefined, place);
  }
}
