/**
 * One line of `bench/results.json`: a figure, what it stands beside, and whether the goal is met.
 */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is compared with, in words and with its own value. */
  readonly besides: string;
  /** The value over the other's, measured in the same run. */
  readonly ratio: number;
  /** Such as `≤ 1.5`. */
  readonly goal: string;
  readonly met: boolean;
}
