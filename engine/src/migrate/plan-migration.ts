import type { CaseState, Circumstances, Pathway } from '../case.ts';
import { presentSteps } from '../pathway.ts';
import { sortedJson } from '../sorted-json.ts';
import { likenessIn } from './likeness.ts';
import { type MappingHints, mapSteps } from './map-steps.ts';
import { migrateState } from './migrate-state.ts';
import type { Migration } from './migration.ts';

/** Like cases, told once. */
export interface Population {
  readonly state: CaseState;
  readonly count: number;
}

/** Cases at the same steps for which the new version means the same. */
export interface MigrationGroup {
  /** The steps of the old version at which they are. */
  readonly steps: readonly string[];
  readonly count: number;
  /** The places of its members in the list that was given. */
  readonly members: readonly number[];
  readonly kind: Migration['kind'];
  /** Of the first member; the others' differ at most in facts, due dates and open activities. */
  readonly example: Migration;
}

export interface MigrationPlan {
  readonly groups: readonly MigrationGroup[];
  readonly counts: Readonly<Record<Migration['kind'], number>>;
}

/**
 * What a new version means for everybody who is inside: cases are grouped by where they are and
 * what happens to them, so a question comes once for each group.
 */
export function planMigration(
  before: Pathway,
  after: Pathway,
  population: readonly Population[],
  circumstances: Circumstances,
  hints: MappingHints = {},
): MigrationPlan {
  const mapping = mapSteps(before.document, after.document, hints);
  const counts = { unaffected: 0, moved: 0, 'needs-decision': 0, blocked: 0 };
  const likenessOf = likenessIn(before.document, after.document);
  const answers = new Map<string, Migration>();
  const places = new Map<string, number[]>();
  const groups = new Map<string, MigrationGroup>();
  for (const [index, { state, count }] of population.entries()) {
    const like = likenessOf(state);
    const example = answers.get(like) ?? migrateState(before, after, state, circumstances, mapping);
    answers.set(like, example);
    counts[example.kind] += count;
    const name = sortedJson([state.status, state.value, likeness(example)]);
    const known = groups.get(name);
    const members = places.get(name) ?? [];
    members.push(index);
    places.set(name, members);
    groups.set(name, {
      steps: known?.steps ?? presentSteps(before, state),
      count: (known?.count ?? 0) + count,
      members,
      kind: example.kind,
      example: known?.example ?? example,
    });
  }
  return { groups: [...groups.values()], counts };
}

/** What tells the answers for two cases apart, besides their facts and dates. */
function likeness(one: Migration): unknown {
  switch (one.kind) {
    case 'unaffected':
      return one.kind;
    case 'moved':
      return [one.kind, one.state.value];
    case 'needs-decision':
      return [
        one.kind,
        one.questions.map(({ steps, choices }) => [steps, choices.map(({ at }) => at)]),
      ];
    case 'blocked':
      return [one.kind, one.reason];
  }
}
