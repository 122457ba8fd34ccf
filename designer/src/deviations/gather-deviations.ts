import {
  DEVIATION_KINDS,
  type DeviationKind,
  type PathwayDocument,
  type Words,
} from '@percorso/engine';
import type { Deviations } from '../editor/props.ts';

/** One step at which youths left the arrows, whichever versions they were on. */
export interface LeftStep {
  readonly step: string;
  readonly label: Words;
  /** Whether the document still has it. */
  readonly isThere: boolean;
  /** On which it happened, the oldest first. */
  readonly versions: readonly number[];
  /** How often, by kind; only those that happened, the most frequent first. */
  readonly kinds: readonly (readonly [DeviationKind, number])[];
  readonly total: number;
}

/** Where youths left the arrows, step by step, the most frequent first. */
export function gatherDeviations(
  { steps }: Pick<Deviations, 'steps'>,
  document: PathwayDocument,
): LeftStep[] {
  const bySteps = Map.groupBy(steps, ({ step }) => step);
  const left = [...bySteps].map(([step, rows]): LeftStep => {
    const newest = rows.toSorted((one, other) => other.version - one.version)[0]!;
    const own = Object.hasOwn(document.steps, step) ? document.steps[step]?.label : undefined;
    const kinds = DEVIATION_KINDS.map((kind) => {
      const count = rows.reduce((sum, { counts }) => sum + (counts[kind] ?? 0), 0);
      return [kind, count] as const;
    });
    return {
      step,
      label: own ?? newest.label,
      isThere: own !== undefined,
      versions: rows.map(({ version }) => version).toSorted((one, other) => one - other),
      kinds: kinds.filter(([, count]) => count > 0).toSorted(([, one], [, other]) => other - one),
      total: rows.reduce((sum, { total }) => sum + total, 0),
    };
  });
  return left.toSorted((one, other) => other.total - one.total);
}
