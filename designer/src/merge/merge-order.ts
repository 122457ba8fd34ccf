/**
 * One order out of two, each a change of the base: the names that all three have in the order of
 * whoever changed it, and what either added after the one that it was put behind. Undefined where
 * both put them in other orders. The same whichever of the two comes first.
 */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] | undefined {
  const shared = base.filter((one) => mine.includes(one) && theirs.includes(one));
  const order = (of: readonly string[]) => of.filter((one) => shared.includes(one)).join('\n');
  const [asBefore, asMine, asTheirs] = [shared.join('\n'), order(mine), order(theirs)];
  if (asMine !== asBefore && asTheirs !== asBefore && asMine !== asTheirs) return undefined;
  const isMineFirst =
    asMine === asTheirs ? mine.join('\n') <= theirs.join('\n') : asMine !== asBefore;
  const [first, second] = isMineFirst ? [mine, theirs] : [theirs, mine];
  return withAdded(first, second).filter(
    (one) => !base.includes(one) || (mine.includes(one) && theirs.includes(one)),
  );
}

function withAdded(first: readonly string[], second: readonly string[]): readonly string[] {
  const found = [...first];
  for (const [index, one] of second.entries()) {
    if (found.includes(one)) continue;
    const before = second.slice(0, index).findLast((other) => found.includes(other));
    found.splice(before === undefined ? 0 : found.indexOf(before) + 1, 0, one);
  }
  return found;
}
