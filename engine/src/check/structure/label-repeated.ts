import { pointer } from '../../parse/problem.ts';
import type { Check } from '../check-kind.ts';
import { about } from '../words.ts';

/** Two steps of one name can't be told apart in a list, a figure or a message. */
export const labelRepeated: Check = ({ document }) => {
  const named = Object.entries(document.steps);
  const groups = Map.groupBy(named, ([, { label }]) => label.it.trim().toLowerCase());
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({
      severity: 'warning',
      elements: group.map(([step]) => ({ pointer: pointer(['steps', step, 'label']), step })),
      message: about(
        group[0]![1].label,
        `${group.length} passi si chiamano #: dai a ciascuno un nome suo.`,
        `${group.length} steps are called #: give each a name of its own.`,
      ),
    }));
};
