import type { Words } from '../../document.ts';
import { pointer } from '../../parse/problem.ts';
import type { Check } from '../check-kind.ts';
import type { Found } from '../finding.ts';
import { about } from '../words.ts';

/** What a card of the drawing, a row and a button show without cutting it. */
const LABEL_LENGTH_MAX = 40;

/** Names of steps, actions and stages are short enough to be read at a glance. */
export const labelTooLong: Check = ({ document }) => [
  ...Object.entries(document.steps).flatMap(([key, { label }]) =>
    tooLong(label, ['steps', key, 'label'], key),
  ),
  ...Object.entries(document.actions).flatMap(([name, { label }]) =>
    tooLong(label, ['actions', name, 'label']),
  ),
  ...document.stages.flatMap(({ label }, at) => tooLong(label, ['stages', at, 'label'])),
];

function tooLong(label: Words, place: readonly (string | number)[], step?: string): Found[] {
  const length = Math.max(label.it.length, label.en.length);
  if (length <= LABEL_LENGTH_MAX) return [];
  const message = about(
    label,
    `Il nome # è lungo ${length} caratteri: oltre ${LABEL_LENGTH_MAX} si legge male. ` +
      'Accorcialo e metti il resto nell’aiuto.',
    `The name # has ${length} characters: beyond ${LABEL_LENGTH_MAX} it is hard to read. ` +
      'Shorten it and put the rest into the help.',
  );
  return [
    {
      severity: 'warning',
      elements: [{ pointer: pointer(place), ...(step && { step }) }],
      message,
    },
  ];
}
