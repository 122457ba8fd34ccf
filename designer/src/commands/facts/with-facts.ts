import type { ObjectSchema, PathwayDocument } from '@percorso/engine';
import { type CommandRefusal, isRefusal } from '../command.ts';
import { withKey } from '../edit/records.ts';
import { oneOf } from '../readers.ts';

/** Whose fact it is: the case's own, or one that the installation supplies of the participant. */
export const source = oneOf('case', 'participant');

/** The document with the case's or the participant's facts changed. */
export function withFacts(
  document: PathwayDocument,
  of: 'case' | 'participant',
  change: (schema: ObjectSchema) => ObjectSchema | CommandRefusal,
): PathwayDocument | CommandRefusal {
  const key = of === 'case' ? 'data' : 'participant';
  const after = change(document[key]);
  return isRefusal(after) ? after : withKey(document, key, after);
}
