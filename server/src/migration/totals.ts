import type { GroupChanges } from '../contract/migration-changes.ts';
import type { MigrationGroup, MigrationView } from '../contract/migrations.ts';

type Totals = MigrationView['totals'];
type Counted = Pick<MigrationGroup, 'count' | 'stays' | 'changes'>;

/** What opens, ends and goes on by its old rules, for those who go over, as they are counted now. */
export function totalsOf(groups: readonly Counted[]): Totals {
  return {
    opened: total(groups, ({ opened }) => opened),
    withdrawn: total(groups, ({ withdrawn }) => withdrawn),
    keepingTheirRules: total(groups, ({ kept }) => kept.filter(({ kind }) => kind === 'pathway')),
  };
}

function total(
  groups: readonly Counted[],
  listed: (changes: GroupChanges) => GroupChanges['opened'],
): Totals['opened'] {
  const totals = new Map<string, Totals['opened'][number]>();
  for (const { count, stays, changes } of groups) {
    if (stays || !changes || count === 0) continue;
    for (const one of listed(changes)) {
      totals.set(one.key, { ...one, count: (totals.get(one.key)?.count ?? 0) + count });
    }
  }
  return [...totals.values()];
}
