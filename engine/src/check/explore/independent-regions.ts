/**
 * Which regions of a parallel step know nothing of each other. Regions that do (the same action, a
 * fact that one sets and another reads, an arrow across) are one group; whoever knows of what is
 * outside the parallel step belongs to the outside, and to no group.
 */
import { type Arrow, type Chart, type ChartNode, isInside } from '../chart/chart.ts';
import type { FactSpace } from '../facts/fact-space.ts';

export interface IndependentGroup {
  readonly parallel: ChartNode;
  readonly regions: readonly ChartNode[];
}

/** The case's facts that a rule reads. */
export type Reads = (rule: string) => readonly string[];

/** Groups that are never inside one another; of a parallel step two or more, or none. */
export function independentGroups(
  chart: Chart,
  space: FactSpace,
  reads: Reads,
): IndependentGroup[] {
  const found: IndependentGroup[] = [];
  for (const parallel of chart.nodes) {
    if (parallel.type !== 'parallel' || isWatched(chart, parallel)) continue;
    if (found.some(({ regions }) => regions.some((one) => isWithin(parallel, one)))) continue;
    const groups = new Ties(chart, space, reads, parallel).groups();
    if (groups.length > 1) found.push(...groups.map((regions) => ({ parallel, regions })));
  }
  return found;
}

/** Something remembers the regions' steps, or looks again at whatever happens in any of them. */
function isWatched(chart: Chart, parallel: ChartNode): boolean {
  return chart.nodes.some((node) => {
    if (node.type === 'history') {
      return node.step.node.history === 'deep' && isWithin(parallel, node.parent!);
    }
    const mayWait = node.always.length > 0 && !node.always.some(leavesAtOnce);
    return mayWait && areTogether(node, parallel);
  });
}

function leavesAtOnce({ guard, target }: Arrow): boolean {
  return guard === undefined && target !== undefined;
}

/** Whether both may be present at once. */
function areTogether(one: ChartNode, other: ChartNode): boolean {
  if (isWithin(one, other) || isWithin(other, one)) return true;
  return one.around.find((outer) => isInside(other, outer))?.type === 'parallel';
}

function isWithin(node: ChartNode, outer: ChartNode): boolean {
  return node === outer || isInside(node, outer);
}

/** Joins regions that know of each other. The parallel step itself stands for all outside. */
class Ties {
  private readonly chart: Chart;
  private readonly parallel: ChartNode;
  private readonly regions: readonly ChartNode[];
  private readonly leader = new Map<ChartNode, ChartNode>();

  constructor(chart: Chart, space: FactSpace, reads: Reads, parallel: ChartNode) {
    this.chart = chart;
    this.parallel = parallel;
    this.regions = parallel.children.filter(({ type }) => type !== 'history');
    for (const region of this.regions) if (!isPlain(region)) this.tie(region, parallel);
    this.tieByArrows();
    this.tieByActions();
    this.tieByFacts(space, reads);
  }

  groups(): ChartNode[][] {
    const free = this.regions.filter((one) => this.leaderOf(one) !== this.leaderOf(this.parallel));
    return [...Map.groupBy(free, (one) => this.leaderOf(one)).values()];
  }

  private ownerOf(node: ChartNode): ChartNode {
    return this.regions.find((region) => isWithin(node, region)) ?? this.parallel;
  }

  private tie(one: ChartNode, other: ChartNode): void {
    this.leader.set(this.leaderOf(one), this.leaderOf(other));
  }

  private leaderOf(node: ChartNode): ChartNode {
    let leader = node;
    for (
      let next = this.leader.get(leader);
      next && next !== leader;
      next = this.leader.get(leader)
    )
      leader = next;
    return leader;
  }

  /** An arrow out of a region, into one, or to a region as a whole, moves all of them. */
  private tieByArrows(): void {
    const tieAcross = (source: ChartNode, target: ChartNode | undefined) => {
      const [from, to] = [this.ownerOf(source), target ? this.ownerOf(target) : undefined];
      if (!to || (from === to && target !== to)) return;
      this.tie(from, this.parallel);
      this.tie(to, this.parallel);
    };
    for (const { source, target } of this.chart.arrows) tieAcross(source, target);
    for (const node of this.chart.nodes) {
      if (node.type === 'history') tieAcross(node, node.fallback);
    }
  }

  /** Inner steps take an action before outer ones, and regions take it together. */
  private tieByActions(): void {
    const actions = this.chart.arrows.filter(({ cause }) => cause.kind === 'action');
    for (const arrows of Map.groupBy(actions, ({ cause }) => cause.name).values()) {
      for (const { source } of arrows) {
        this.tie(this.ownerOf(source), this.ownerOf(arrows[0]!.source));
      }
    }
  }

  private tieByFacts(space: FactSpace, reads: Reads): void {
    const writers = new Map<string, ChartNode[]>();
    const readers = new Map<string, ChartNode[]>();
    const note = (list: Map<string, ChartNode[]>, facts: readonly string[], node: ChartNode) => {
      for (const one of facts) list.set(one, [...(list.get(one) ?? []), this.ownerOf(node)]);
    };
    for (const { source, guard, records } of this.chart.arrows) {
      if (guard !== undefined) note(readers, reads(guard), source);
      note(writers, records.flatMap(namesOf), source);
    }
    for (const node of this.chart.nodes) {
      note(writers, [...node.entry, ...node.exit].flatMap(namesOf), node);
    }
    for (const { name } of space.facts) {
      const written = writers.get(name) ?? [];
      const bare = name.slice('case.'.length);
      // What nothing sets but may be handed over tells one region what another has found out.
      const isKept = written.length === 0 && !(name === `case.${bare}` && space.handed.has(bare));
      if (isKept) continue;
      const all = [...written, ...(readers.get(name) ?? [])];
      for (const one of all) this.tie(one, all[0]!);
    }
  }
}

function namesOf(params: object): string[] {
  return Object.keys(params).map((bare) => `case.${bare}`);
}

/** Nothing waits at the region itself: once its final step is reached, it stays as it is. */
function isPlain({ type, arrows, always }: ChartNode): boolean {
  const isSimple = type === 'compound' || type === 'atomic' || type === 'final';
  return isSimple && arrows.size === 0 && always.length === 0;
}
