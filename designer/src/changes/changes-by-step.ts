import type { Difference, DifferenceKind, PathwayDocument, Words } from '@percorso/engine';

/** The differences that belong to one step, or to none. */
export interface StepChanges {
  /** Undefined for what belongs to the whole pathway. */
  readonly step: string | undefined;
  readonly label: Words | undefined;
  /** Whether the step is drawn in the later document. */
  readonly isThere: boolean;
  readonly differences: readonly Difference[];
}

/** In the order of the later document; what was removed and what concerns the whole at the end. */
export function changesByStep(
  differences: readonly Difference[],
  before: PathwayDocument,
  after: PathwayDocument,
): readonly StepChanges[] {
  const groups = Map.groupBy(differences, ({ step }) => step);
  const there = Object.keys(after.steps).filter((key) => groups.has(key));
  const gone = [...groups.keys()].filter((key) => key !== undefined && !after.steps[key]);
  return [...there, ...gone, undefined].flatMap((step) => {
    const own = groups.get(step);
    if (!own) return [];
    const label = step === undefined ? undefined : (after.steps[step] ?? before.steps[step])?.label;
    return [{ step, label, isThere: step !== undefined && step in after.steps, differences: own }];
  });
}

/** As much of a difference as says what became of a step. */
interface PlacedDifference {
  readonly kind: DifferenceKind;
  readonly element: { readonly type: string };
  readonly step?: string | undefined;
}

const WEIGHT: Readonly<Record<DifferenceKind, number>> = {
  added: 4,
  removed: 3,
  renamed: 2,
  moved: 1,
  changed: 0,
};

/** What is said of each step at its place: that it is new, before that it is changed. */
export function kindByStep(
  differences: readonly PlacedDifference[],
): Readonly<Record<string, DifferenceKind>> {
  const kinds: Record<string, DifferenceKind> = {};
  for (const { step, kind, element } of differences) {
    if (step === undefined) continue;
    const said = element.type === 'step' ? kind : 'changed';
    const known = kinds[step];
    if (!known || WEIGHT[said] > WEIGHT[known]) kinds[step] = said;
  }
  return kinds;
}
