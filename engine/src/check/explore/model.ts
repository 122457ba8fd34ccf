/** A document ready to be explored: chart, facts, rules, and what has been found out. */
import type { Pathway } from '../../case.ts';
import type { PathwayDocument } from '../../document.ts';
import { compile, compiled } from '../../pathway.ts';
import { type Arrow, type Chart, type ChartNode, layOutChart } from '../chart/chart.ts';
import { type Configuration, nameOf } from '../chart/configuration.ts';
import { begin, type Happening, react } from '../chart/react.ts';
import { NOT_TRUE, narrowed, noteFacts, type Question, questionOf, TRUE } from '../facts/ask.ts';
import { type FactSpace, factSpaceOf } from '../facts/fact-space.ts';
import { recordedIn, type Store } from '../facts/store.ts';
import { stageIn } from '../words.ts';
import { happeningsOf } from './happenings.ts';
import { type Fork, Reactions } from './reactions.ts';
import { Turns } from './turns.ts';

/** Where a happening may lead from a store, with what is known afterwards. */
export interface Landing {
  /** The number of the configuration; a refused event and an endless round lead nowhere. */
  readonly to: number | 'refused' | 'endless';
  readonly store: Store;
  readonly taken: readonly Arrow[];
  readonly entered: readonly ChartNode[];
}

/** The stage in which a youth and a case manager choose; a pathway without it has no choosing. */
export const STRATEGY = 'strategy';

/**
 * The effort to see where one happening may lead: less than a hundred in any pathway of people.
 * Rounds of transitions without an event that record and ask in turns would take hours.
 */
const LANDING_EFFORT_MAX = 10_000;

export interface ModelOptions {
  /** Facts of the case that are handed over at the start. */
  readonly handed?: readonly string[];
  /** Regions that know nothing of each other move one at a time (`Turns`). */
  readonly isInTurns?: boolean;
}

export class Model {
  readonly document: PathwayDocument;
  readonly pathway: Pathway;
  readonly chart: Chart;
  readonly space: FactSpace;
  readonly configurations: Configuration[] = [];
  /** How often something may have led to more places than were looked at. */
  cutCount = 0;
  /**
   * Guards asked so far, each with the transitions that are taken to see what follows. The same
   * walk counts the same whatever others have grown, so that who asks later is told the same.
   */
  effort = 0;
  private readonly numbers = new Map<string, number>();
  /** A happening is one object for each configuration, so it is the key. */
  private readonly trees = new Map<Happening | undefined, Reactions>();
  private readonly places = new WeakMap<Fork, number>();
  private readonly happenings: (readonly Happening[])[] = [];
  private readonly questions = new Map<string, Question>();

  private readonly isInTurns: boolean;
  private ownTurns: Turns | undefined;
  private landingEffortMax = 0;

  constructor(document: PathwayDocument, { handed = [], isInTurns = false }: ModelOptions = {}) {
    this.document = document;
    this.isInTurns = isInTurns;
    this.pathway = compile(document);
    this.chart = layOutChart(compiled(this.pathway).tree);
    this.space = factSpaceOf(document, handed);
  }

  get turns(): Turns {
    const reads = (rule: string) => this.factsOf(rule);
    const isSought = (step: ChartNode) => stageIn(this.document, step) === STRATEGY;
    this.ownTurns ??= new Turns(this.chart, this.space, reads, isSought);
    return this.ownTurns;
  }

  numberOf(configuration: Configuration): number {
    const name = nameOf(configuration);
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.configurations.length);
    return this.configurations.push(configuration) - 1;
  }

  /** Whether a configuration has been met. */
  knows(configuration: Configuration): boolean {
    return this.numbers.has(nameOf(configuration));
  }

  happeningsIn(number: number): readonly Happening[] {
    const known = this.happenings[number];
    if (known) return known;
    const configuration = this.configurations[number]!;
    const all = happeningsOf(configuration);
    const found = this.isInTurns ? this.turns.among(all, configuration) : all;
    this.happenings[number] = found;
    return found;
  }

  /** Everywhere that a happening may lead from a store; without one, the case begins. */
  land(from: number | undefined, happening: Happening | undefined, store: Store): Landing[] {
    const tree = this.treeOf(from, happening);
    const landings: Landing[] = [];
    this.landingEffortMax = this.effort + LANDING_EFFORT_MAX;
    this.walk(tree, tree.root, store, [], landings);
    return landings;
  }

  question(rule: string, isAnswered: boolean): Question {
    const name = `${rule} ${isAnswered}`;
    const known = this.questions.get(name) ?? questionOf(this.space, { rule }, isAnswered);
    this.questions.set(name, known);
    return known;
  }

  /** The facts that a rule asks for, with those of the rules that it refers to. */
  factsOf(rule: string): string[] {
    const asked = new Set<number>();
    noteFacts(this.question(rule, true), asked);
    return [...asked].map((at) => this.space.facts[at]!.name);
  }

  /** Naming a configuration costs more than all the rest of arriving there. */
  private placeOf(fork: Fork, configuration: Configuration): number {
    const known = this.places.get(fork) ?? this.numberOf(configuration);
    this.places.set(fork, known);
    return known;
  }

  private treeOf(from: number | undefined, happening: Happening | undefined): Reactions {
    const before = from === undefined ? undefined : this.configurations[from];
    const tree =
      this.trees.get(happening) ??
      new Reactions((explorer) =>
        before && happening
          ? react(this.chart, before, happening, explorer)
          : begin(this.chart, explorer),
      );
    this.trees.set(happening, tree);
    return tree;
  }

  private walk(
    tree: Reactions,
    fork: Fork,
    store: Store,
    answers: readonly boolean[],
    landings: Landing[],
  ): void {
    if (fork.kind === 'record') {
      const next = recordedIn(this.space, store, fork.params, fork.isAnswered);
      this.walk(tree, fork.next, next, answers, landings);
    } else if (fork.kind === 'end') {
      const { reaction, taken, entered } = fork;
      const to = typeof reaction === 'string' ? reaction : this.placeOf(fork, reaction);
      landings.push({ to, store, taken, entered });
    } else {
      if (this.effort > this.landingEffortMax) {
        this.cutCount += 1;
        return;
      }
      this.effort += 1 + fork.arrowCount;
      const question = this.question(fork.rule, fork.isAnswered);
      for (const isTrue of [true, false]) {
        const rest = narrowed(question, isTrue ? TRUE : NOT_TRUE, store);
        if (!rest) continue;
        const way = [...answers, isTrue];
        this.walk(tree, tree.behind(fork, way), rest, way, landings);
      }
    }
  }
}
