import type { CaseState, Circumstances, Pathway } from '../case.ts';
import { carryAgain } from './carry-again.ts';
import { likenessIn } from './likeness.ts';
import type { StepMapping } from './map-steps.ts';
import {
  type DecidedOptions,
  type Migrated,
  migrateCase,
  type VersionChange,
} from './migrate-case.ts';

/**
 * As `migrateCase`, for many cases one after the other: of those for which the new version means
 * the same only the first is proven, and the others go its way. The dates in `changes` are those
 * of the first.
 */
export function migrateAlike(
  before: Pathway,
  after: Pathway,
  mapping: StepMapping,
  versions: VersionChange,
  options: DecidedOptions = {},
): (state: CaseState, circumstances: Circumstances) => Migrated {
  const likenessOf = likenessIn(before.document, after.document);
  const examples = new Map<string, Migrated>();
  return (state, circumstances) => {
    const like = likenessOf(state, circumstances.participant);
    const example = examples.get(like);
    if (!example) {
      const first = migrateCase(before, after, state, circumstances, mapping, versions, options);
      examples.set(like, first);
      return first;
    }
    return example.ok ? likewise(before, after, state, circumstances, example) : example;
  };
}

function likewise(
  before: Pathway,
  after: Pathway,
  state: CaseState,
  circumstances: Circumstances,
  example: Extract<Migrated, { ok: true }>,
): Migrated {
  const { event } = example.entry;
  const passage = event.type === 'migrate' ? event.passage : undefined;
  const carried = carryAgain(before, after, state, circumstances, passage);
  if (!carried) throw new Error('A case can’t go the way of another that is like it.');
  const { state: next, effects } = carried;
  return { ...example, state: next, effects, entry: { ...example.entry, circumstances } };
}
