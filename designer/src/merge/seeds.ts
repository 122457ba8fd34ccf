import type { Group } from './groups.ts';
import { differs, type Row } from './row.ts';

/**
 * The first questions: each part that both changed; with it, where both drew a new thing under one
 * name, all of that thing, and where an arrow got another cause, the arrow under that one.
 */
export function seedsOf(rows: readonly Row[]): readonly Group[] {
  const isThere = new Set(rows.flatMap(({ id, base }) => (base ? [id] : [])));
  return rows.flatMap((row): Group[] => {
    if (row.merged !== 'asks') return [];
    const isNew = row.element !== 'pathway' && !isThere.has(row.element);
    const along = rows.filter(
      (other) => differs(other) && other.element === row.element && (isNew || isMoved(row, other)),
    );
    return [new Set([row.id, ...along.map(({ id }) => id)])];
  });
}

function isMoved(row: Row, other: Row): boolean {
  if (row.base?.way !== 'arrows' || other.base) return false;
  return (['mine', 'theirs'] as const).some((side) => !row[side] && other[side]?.way === 'arrows');
}
