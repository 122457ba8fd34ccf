import type { Words } from '../../document.ts';
import { type Place, pointer } from '../../parse/problem.ts';
import type { Found, Severity } from '../finding.ts';
import { about } from '../words.ts';

/** What is declared and used nowhere: it only makes the pathway harder to read. */
export function unused(
  severity: Severity,
  place: Place,
  label: Words,
  [it, en]: readonly [string, string],
  [command, parameters]: readonly [string, Readonly<Record<string, unknown>>],
): Found {
  return {
    severity,
    elements: [{ pointer: pointer(place) }],
    message: about(label, it, en),
    repair: { command, parameters, label: about(label, 'Togli #', 'Remove #') },
  };
}
