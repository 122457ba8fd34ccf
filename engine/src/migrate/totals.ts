import type { Changes, Migration, Obligation } from './migration.ts';

export interface Total extends Obligation {
  /** For how many cases. */
  readonly count: number;
}

/** What a plan opens and ends, for everybody whose way is clear. */
export interface Totals {
  readonly opened: readonly Total[];
  /** A seat is released where the kind is `enrolment`. */
  readonly withdrawn: readonly Total[];
  /** Sub-pathways under way: they go on under the rules that were in force when they began. */
  readonly keepingTheirRules: readonly Total[];
}

interface Counted {
  readonly count: number;
  readonly example: Migration;
}

export function totalsOf(groups: readonly Counted[]): Totals {
  return {
    opened: total(groups, ({ activitiesOpened }) => activitiesOpened),
    withdrawn: total(groups, ({ activitiesWithdrawn }) => activitiesWithdrawn),
    keepingTheirRules: total(groups, ({ activitiesKept }) =>
      activitiesKept.filter(({ kind }) => kind === 'pathway'),
    ),
  };
}

function total(
  groups: readonly Counted[],
  listed: (changes: Changes) => readonly Obligation[],
): Total[] {
  const totals = new Map<string, Total>();
  for (const { count, example } of groups) {
    if (!('changes' in example)) continue;
    for (const one of listed(example.changes)) {
      const known = totals.get(one.activity);
      totals.set(one.activity, { ...one, count: (known?.count ?? 0) + count });
    }
  }
  return [...totals.values()];
}
