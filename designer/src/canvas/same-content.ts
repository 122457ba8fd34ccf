/** Whether two plain values say the same: what is drawn again only then is a new object. */
function sameContent(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  if (keys.length !== others.length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(other, key) &&
      sameContent((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}

/** The next list, with the former object wherever it has the same content. */
export function keptSame<T extends { readonly id: string }>(
  former: ReadonlyMap<string, T>,
  next: readonly T[],
): T[] {
  return next.map((one) => {
    const before = former.get(one.id);
    return before && sameContent(before, one) ? before : one;
  });
}
