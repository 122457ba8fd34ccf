/** The list with one of its parts at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const part = list[from];
  return part === undefined ? list : list.toSpliced(from, 1).toSpliced(to, 0, part);
}
