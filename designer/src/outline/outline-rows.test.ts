import { describe, expect, test } from 'vitest';
import { placedTransitions } from '../commands/uses/use.ts';
import { documentSteps } from '../document-steps.ts';
import { SHIPPED } from '../exchange/testing/shipped-pathways.ts';
import { matchingRows, outlineRows, visibleRows } from './outline-rows.ts';

describe.each(SHIPPED)('%s', (_, document) => {
  const rows = outlineRows(document);

  test('every step, activity and way out of a step has its line, once', () => {
    const steps = rows.filter(({ kind }) => kind === 'step').map(({ id }) => id);
    expect(steps).toEqual(documentSteps(document).map(({ key }) => key));
    const ways = placedTransitions(document).filter(({ step }) => step !== document.machine.id);
    expect(rows.filter(({ kind }) => kind === 'transition')).toHaveLength(ways.length);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  test('a line stands below the one it belongs to', () => {
    const levels = new Map(rows.map(({ id, level }) => [id, level]));
    for (const { parent, level } of rows) {
      expect(level).toBe(parent === undefined ? 1 : levels.get(parent)! + 1);
    }
  });

  test('what is folded hides all that is in it, and nothing else', () => {
    const group = rows.find(({ hasChildren, kind }) => hasChildren && kind === 'step')!;
    const shown = visibleRows(rows, new Set([group.id]));
    const hidden = rows.filter((row) => !shown.includes(row));
    expect(hidden.length).toBeGreaterThan(0);
    for (const row of hidden) expect(row.level).toBeGreaterThan(group.level);
    expect(shown).toContain(group);
  });
});

test('a step is found by its name in either language', () => {
  const rows = outlineRows(new Map(SHIPPED).get('mig-work-neet')!);
  const named = (text: string) => matchingRows(rows, text).map(({ step }) => step);
  expect(named('pre-iscr')).toEqual(['pre-registered']);
  expect(named('PRE-REG')).toEqual(['pre-registered']);
  expect(named('qwertz')).toEqual([]);
});
