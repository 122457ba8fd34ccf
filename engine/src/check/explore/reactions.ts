/**
 * What can happen in a configuration, as trees: each guard asked is a fork, the leaves say where
 * it leads. A tree does not depend on what is known of the facts, so it is grown once, branch by
 * branch as somebody walks there.
 */
import type { RecordValue } from '../../document.ts';
import type { Arrow, ChartNode } from '../chart/chart.ts';
import type { Explorer, Reaction } from '../chart/react.ts';

type Params = Readonly<Record<string, RecordValue>>;

export type Fork =
  | {
      kind: 'ask';
      rule: string;
      isAnswered: boolean;
      /** How many transitions were taken to see what follows from here on. */
      arrowCount: number;
      yes: Fork | undefined;
      no: Fork | undefined;
    }
  | { kind: 'record'; params: Params; isAnswered: boolean; next: Fork }
  | { kind: 'end'; reaction: Reaction; taken: readonly Arrow[]; entered: readonly ChartNode[] };

type Ask = Extract<Fork, { kind: 'ask' }>;
type Item =
  | { kind: 'ask'; rule: string; isAnswered: boolean; isTrue: boolean }
  | { kind: 'record'; params: Params; isAnswered: boolean };

/** A tree that grows where it is walked, of what `run` does with each way of answering. */
export class Reactions {
  readonly root: Fork;
  private readonly run: (explorer: Explorer) => Reaction;

  constructor(run: (explorer: Explorer) => Reaction) {
    this.run = run;
    this.root = this.grown([]);
  }

  /** Where it may lead whatever the guards say; nothing when there are more ways than `countMax`. */
  ends(countMax: number): Reaction[] | undefined {
    const found: Reaction[] = [];
    const visit = (fork: Fork, answers: readonly boolean[]): void => {
      if (found.length > countMax) return;
      if (fork.kind === 'record') visit(fork.next, answers);
      else if (fork.kind === 'end') found.push(fork.reaction);
      else {
        for (const isTrue of [true, false]) {
          const way = [...answers, isTrue];
          visit(this.behind(fork, way), way);
        }
      }
    };
    visit(this.root, []);
    return found.length > countMax ? undefined : found;
  }

  /** The fork behind an answer; `answers` are those on the way, this one included. */
  behind(ask: Ask, answers: readonly boolean[]): Fork {
    const isTrue = answers.at(-1)!;
    const there = isTrue ? ask.yes : ask.no;
    if (there) return there;
    const fork = this.grown(answers);
    if (isTrue) ask.yes = fork;
    else ask.no = fork;
    return fork;
  }

  /** Runs with these answers first and «no» from then on; what follows the last of them. */
  private grown(answers: readonly boolean[]): Fork {
    const trace = new Trace(answers);
    const reaction = this.run(trace);
    const items = trace.after(answers.length);
    const arrowCount = trace.arrows.length;
    return items.reduceRight<Fork>(
      (next, item) => {
        if (item.kind === 'record') return { ...item, next };
        const { kind, rule, isAnswered } = item;
        return { kind, rule, isAnswered, arrowCount, yes: undefined, no: next };
      },
      { kind: 'end', reaction, taken: trace.arrows, entered: trace.nodes },
    );
  }
}

/** Answers a guard that is asked again, while nothing was recorded in between, as before. */
class Trace implements Explorer {
  readonly arrows: Arrow[] = [];
  readonly nodes: ChartNode[] = [];
  private readonly items: Item[] = [];
  private readonly answers: readonly boolean[];
  private readonly given = new Map<string, boolean>();
  private recordCount = 0;
  private askCount = 0;

  constructor(answers: readonly boolean[]) {
    this.answers = answers;
  }

  decide(rule: string, isAnswered: boolean): boolean {
    const asked = `${rule} ${isAnswered} ${this.recordCount}`;
    const before = this.given.get(asked);
    if (before !== undefined) return before;
    const isTrue = this.answers[this.askCount++] ?? false;
    this.given.set(asked, isTrue);
    this.items.push({ kind: 'ask', rule, isAnswered, isTrue });
    return isTrue;
  }

  record(params: Params, isAnswered: boolean): void {
    this.recordCount += 1;
    this.items.push({ kind: 'record', params, isAnswered });
  }

  taken(arrow: Arrow): void {
    this.arrows.push(arrow);
  }

  entered(node: ChartNode): void {
    this.nodes.push(node);
  }

  /** What came after so many asks. */
  after(askCount: number): readonly Item[] {
    if (askCount === 0) return this.items;
    let count = 0;
    const at = this.items.findIndex((item) => item.kind === 'ask' && ++count === askCount);
    return this.items.slice(at + 1);
  }
}
