/** Which steps an arrow leaves and enters: SCXML's procedures, as XState 5 has them. */
import { type Arrow, type ChartNode, isInside } from './chart.ts';

/** What history steps remember: steps by the history step's id. */
export type Memory = ReadonlyMap<string, readonly ChartNode[]>;

function effectiveTargets(target: ChartNode, memory: Memory): readonly ChartNode[] {
  if (target.type !== 'history') return [target];
  const remembered = memory.get(target.id);
  if (remembered) return remembered;
  return target.fallback ? effectiveTargets(target.fallback, memory) : [];
}

/** The innermost step that stays while the arrow is taken; none where the root itself is left. */
function domainOf(arrow: Arrow, target: ChartNode, memory: Memory): ChartNode | undefined {
  const { source, isReentering } = arrow;
  const targets = effectiveTargets(target, memory);
  const isWithin = targets.every((one) => one === source || isInside(one, source));
  if (!isReentering && isWithin) return source;
  const [head, ...rest] = [...targets, source];
  const common = head?.around.find((outer) => rest.every((one) => isInside(one, outer)));
  if (common) return common;
  return isReentering ? undefined : (source.around.at(-1) ?? source);
}

export function exitSet(
  arrows: readonly Arrow[],
  present: ReadonlySet<ChartNode>,
  memory: Memory,
): Set<ChartNode> {
  const left = new Set<ChartNode>();
  for (const arrow of arrows) {
    if (!arrow.target) continue;
    const domain = domainOf(arrow, arrow.target, memory);
    if (arrow.isReentering && domain && arrow.source === domain) left.add(domain);
    for (const node of present) if (!domain || isInside(node, domain)) left.add(node);
  }
  return left;
}

/** Of arrows that would leave the same step, the one from further inside, else the first. */
export function withoutConflicts(
  arrows: readonly Arrow[],
  present: ReadonlySet<ChartNode>,
  memory: Memory,
): Arrow[] {
  if (arrows.length < 2) return [...arrows];
  const kept = new Set<Arrow>();
  const left = (arrow: Arrow) => exitSet([arrow], present, memory);
  for (const one of arrows) {
    const leaving = left(one);
    const rivals = [...kept].filter((other) => [...left(other)].some((node) => leaving.has(node)));
    if (rivals.some((other) => !isInside(one.source, other.source))) continue;
    for (const other of rivals) kept.delete(other);
    kept.add(one);
  }
  return [...kept];
}

export function entrySet(arrows: readonly Arrow[], memory: Memory): Set<ChartNode> {
  const entry = new Entry(memory);
  for (const arrow of arrows) if (arrow.target) entry.follow(arrow, arrow.target);
  return entry.entered;
}

/** What the machine's beginning puts in place. */
export function initialSet(root: ChartNode): Set<ChartNode> {
  const entry = new Entry(new Map());
  entry.entered.add(root);
  entry.addInside(root);
  return entry.entered;
}

/** What puts one step in place, with all around it, where nothing was before. */
export function setAround(root: ChartNode, step: ChartNode): Set<ChartNode> {
  const entry = new Entry(new Map());
  entry.entered.add(root);
  entry.enter(step);
  return entry.entered;
}

class Entry {
  readonly entered = new Set<ChartNode>();
  private readonly memory: Memory;

  constructor(memory: Memory) {
    this.memory = memory;
  }

  follow(arrow: Arrow, target: ChartNode): void {
    const domain = domainOf(arrow, target, this.memory);
    const isEntered = arrow.source !== target || arrow.source !== domain || arrow.isReentering;
    if (target.type !== 'history' && isEntered) this.entered.add(target);
    this.addInside(target);
    const limit = !arrow.source.parent && arrow.isReentering ? undefined : domain;
    for (const one of effectiveTargets(target, this.memory)) {
      const around = upTo(one, domain);
      this.addAround(domain?.type === 'parallel' ? [...around, domain] : around, limit);
    }
  }

  enter(step: ChartNode): void {
    this.entered.add(step);
    this.addInside(step);
    this.addAround(step.around, undefined);
  }

  addInside(node: ChartNode): void {
    if (node.type === 'history') this.addRemembered(node);
    else if (node.type === 'compound' && node.initial) {
      if (node.initial.type !== 'history') this.entered.add(node.initial);
      this.addInside(node.initial);
      this.addAround(upTo(node.initial, node), undefined);
    } else if (node.type === 'parallel') this.addRegions(node);
  }

  private addRemembered(history: ChartNode): void {
    const nodes = this.memory.get(history.id) ?? (history.fallback ? [history.fallback] : []);
    for (const one of nodes) {
      this.entered.add(one);
      this.addInside(one);
    }
    for (const one of nodes) this.addAround(upTo(one, history.parent), undefined);
  }

  private addAround(around: readonly ChartNode[], limit: ChartNode | undefined): void {
    for (const outer of around) {
      if (!limit || isInside(outer, limit)) this.entered.add(outer);
      if (outer.type === 'parallel') this.addRegions(outer);
    }
  }

  private addRegions(parallel: ChartNode): void {
    for (const child of parallel.children) {
      if (child.type === 'history') continue;
      if ([...this.entered].some((one) => isInside(one, child))) continue;
      this.entered.add(child);
      this.addInside(child);
    }
  }
}

/** The steps around a step, from its parent to below `outer`. */
function upTo(node: ChartNode, outer: ChartNode | undefined): readonly ChartNode[] {
  if (node === outer) return [];
  const end = outer === undefined ? -1 : node.around.indexOf(outer);
  return end < 0 ? node.around : node.around.slice(0, end);
}
