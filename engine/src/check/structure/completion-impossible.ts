import type { PathwayDocument } from '../../document.ts';
import { pointer } from '../../parse/problem.ts';
import type { NodeAt } from '../../parse/scope.ts';
import { inBoth } from '../../rules/fact-words.ts';
import { listed } from '../../tree.ts';
import type { Check } from '../check-kind.ts';
import type { Repair } from '../finding.ts';
import { about, quoted, stepLabel } from '../words.ts';

/** Where something waits for a group to be complete, the group, or each region, has an end. */
export const completionImpossible: Check = ({ document, scope }) =>
  scope.nodes
    .filter((one) => listed(one.node.onDone).length > 0 && endless(one).length > 0)
    .map((one) => ({
      severity: 'error',
      elements: endless(one).map(({ key, place }) => ({ pointer: pointer(place), step: key })),
      message: inBoth((language) => {
        const label = (key: string) => quoted(stepLabel(document, key), language);
        const without = endless(one)
          .map(({ key }) => label(key))
          .join(', ');
        return language === 'it'
          ? `${label(one.key)} attende di essere completato, ma ${without} non ha un passo finale.`
          : `${label(one.key)} waits to be complete, but ${without} has no final step.`;
      }),
      repair: withEnd(document, endless(one)[0]!.key),
    }));

/** Adds a final step to a region; drawing the way to it is up to the coordinator. */
function withEnd(document: PathwayDocument, region: string): Repair {
  const wanted = `${region.slice(0, KEY_START_MAX)}-end`;
  const keys = [wanted, ...Array.from({ length: 9 }, (_, at) => `${wanted}-${at + 2}`)];
  const step = keys.find((key) => !Object.hasOwn(document.steps, key)) ?? keys[0]!;
  return {
    command: 'add-step',
    parameters: { step, label: { it: 'Fine', en: 'End' }, into: region, kind: 'final' },
    label: about(
      stepLabel(document, region),
      'Aggiungi un passo finale in #',
      'Add a final step to #',
    ),
  };
}

/** A key has at most 64 characters. */
const KEY_START_MAX = 57;

/** The groups inside (or the group itself) that can't be complete. */
function endless(one: NodeAt): NodeAt[] {
  if (one.kind === 'parallel') {
    return one.children.filter((child) => child.kind !== 'history').flatMap(endless);
  }
  if (one.kind === 'final') return [];
  return one.children.some((child) => child.kind === 'final') ? [] : [one];
}
