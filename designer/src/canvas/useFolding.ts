import { useState } from 'react';

/** Which groups are folded, on this screen only. */
export function useFolding() {
  const [groups, setGroups] = useState<ReadonlySet<string>>(new Set());
  const toggle = (group: string) =>
    setGroups((now) => {
      const next = new Set(now);
      if (!next.delete(group)) next.add(group);
      return next;
    });
  const unfold = (others: readonly string[]) =>
    setGroups((now) => (others.some((one) => now.has(one)) ? without(now, others) : now));
  const fold = (all: readonly string[]) => setGroups(new Set(all));
  return { groups, toggle, unfold, fold };
}

function without(groups: ReadonlySet<string>, others: readonly string[]): ReadonlySet<string> {
  return new Set([...groups].filter((group) => !others.includes(group)));
}
