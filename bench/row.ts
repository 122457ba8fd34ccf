/**
 * One line of `bench/results.json`: a figure, what it stands beside, and whether the goal is met.
 */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is compared with, in words and with its own value, or how it was measured. */
  readonly besides: string;
  /** The value over the other's, measured in the same run; null where nothing is compared. */
  readonly ratio: number | null;
  /** Such as `≤ 1.5`; null for a figure that is told without a goal. */
  readonly goal: string | null;
  readonly met: boolean | null;
}

/** A figure that must not exceed a limit of its own unit. */
export function bounded(figure: Pick<Row, 'name' | 'value' | 'unit' | 'besides'>, limit: number) {
  const { value, unit } = figure;
  return { ...figure, ratio: null, goal: `≤ ${limit} ${unit}`, met: value <= limit };
}

export function median(numbers: readonly number[]): number {
  return percentile(numbers, 50);
}

/** By nearest rank: the smallest of the numbers that so many per cent of them don't exceed. */
export function percentile(numbers: readonly number[], percent: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)]!;
}
