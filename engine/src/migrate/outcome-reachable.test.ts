import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explore } from '../check/explore/explore.ts';
import { Model } from '../check/explore/model.ts';
import { drawn, words } from '../check/testing-pathway.ts';
import type { MachineNode, PathwayDocument } from '../document.ts';
import { arbitraryDocument } from '../testing/arbitrary-document.ts';
import { isOutcomeReachable } from './outcome-reachable.ts';

/** Of everything found: from where something leads to an outcome, and from where nothing does. */
function bothWays(document: PathwayDocument) {
  const model = new Model(document);
  const { ways, stores } = explore(model, { mayCorrect: true, configurationsMax: 500 });
  const { configurations } = model;
  const leading = new Set([...stores.keys()].filter((at) => configurations[at]!.isDone));
  const before = Map.groupBy(ways, ({ to }) => to);
  for (const one of leading) for (const { from } of before.get(one) ?? []) leading.add(from);
  const isLikely = (at: number) => isOutcomeReachable(model.chart, configurations[at]!);
  const found = [...stores.keys()].map((at) => ({ at, leads: leading.has(at), may: isLikely(at) }));
  return { found, told: (at: number) => [...configurations[at]!.present].map(({ key }) => key) };
}

test('wherever something leads to an outcome, it is not ruled out', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const { found, told } = bothWays(document);
      for (const { at, leads, may } of found) if (leads) expect(may, `${told(at)}`).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('a group that is entered anew begins its task again', () => {
  const group: MachineNode = {
    initial: 'one',
    invoke: {
      id: 'talk',
      src: 'task',
      input: { label: words('Colloquio'), assignee: { role: 'case-manager' } },
      onDone: { target: '#ended' },
      onError: { target: '#two' },
    },
    on: { GO: { target: '#two', reenter: true } },
    states: { one: {}, two: {} },
  };
  const { found } = bothWays(drawn({ states: { group, ended: { type: 'final' } } }));
  expect(found.filter(({ leads }) => leads).length).toBeGreaterThan(3);
  expect(found.filter(({ leads, may }) => leads && !may)).toEqual([]);
});
