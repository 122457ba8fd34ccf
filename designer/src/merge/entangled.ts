import { type Group, groupOf } from './groups.ts';
import type { Part, Parts } from './part.ts';
import { PATHWAY } from './part.ts';
import { isPlaced } from './put-together.ts';
import { isQuiet, type Row } from './row.ts';

/**
 * What has to be asked together because these parts don't hold together: something that names what
 * is gone (an arrow to a step that the other took away), and steps that would be in each other.
 */
export function entangled(rows: readonly Row[], parts: Parts): readonly Group[] {
  return [...missing(rows, parts), ...displaced(rows, parts)];
}

function missing(rows: readonly Row[], parts: Parts): Group[] {
  const found: Group[] = [];
  for (const part of parts.values()) {
    if (part.way === 'quiet') continue;
    for (const element of [part.element, ...part.needs]) {
      if (element === PATHWAY || parts.has(element)) continue;
      const around = rows.filter((row) => row.id === part.id || concerns(row, element));
      const group = groupOf(around);
      if (group.size > 0) found.push(group);
    }
  }
  return found;
}

/** Whether it belongs to the element, or names it in any of the three documents. */
function concerns(row: Row, element: string): boolean {
  if (row.element === element) return true;
  return [row.base, row.mine, row.theirs].some((part) => part?.needs.includes(element));
}

function displaced(rows: readonly Row[], parts: Parts): Group[] {
  const steps = [...parts.values()].filter(
    ({ element, property }) => property === '' && element.startsWith('step/'),
  );
  const lost = new Set(
    steps.filter(({ element }) => !isPlaced(parts, element)).map(({ id }) => `${id}:parent`),
  );
  const group = groupOf(rows.filter(({ id }) => lost.has(id)));
  return group.size > 0 ? [group] : [];
}

/** The rows of these elements, and the elements that they name or that name them. */
export function neighbours(rows: readonly Row[], elements: ReadonlySet<string>) {
  const near = new Set(elements);
  const own: Row[] = [];
  for (const row of rows) {
    if (isQuiet(row)) continue;
    const needs = [row.base, row.mine, row.theirs].flatMap((part: Part | undefined) => [
      ...(part?.needs ?? []),
    ]);
    const isOwn = elements.has(row.element);
    if (isOwn) own.push(row);
    // Everything is in the pathway: that says nothing.
    if (isOwn) for (const one of needs) if (one !== PATHWAY) near.add(one);
    if (needs.some((one) => one !== PATHWAY && elements.has(one))) {
      own.push(row);
      if (row.element !== PATHWAY) near.add(row.element);
    }
  }
  return { own, near };
}
