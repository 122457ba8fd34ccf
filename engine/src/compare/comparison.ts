import type { PathwayDocument, Words } from '../document.ts';
import { type Place, pointer } from '../parse/problem.ts';
import { layOut, own, type Scope } from '../parse/scope.ts';
import type { Difference, DifferenceKind, Subject } from './difference.ts';
import { renameSteps } from './rename-steps.ts';

/** Two documents side by side; the earlier one speaks of steps by their later keys. */
export interface Comparison {
  readonly before: Scope;
  readonly after: Scope;
  /** The earlier keys of the steps whose keys changed, by their later ones. */
  readonly keysBefore: ReadonlyMap<string, string>;
}

export function sideBySide(
  before: PathwayDocument,
  after: PathwayDocument,
  renamed: ReadonlyMap<string, string>,
): Comparison {
  return {
    before: layOut(renameSteps(before, renamed)),
    after: layOut(after),
    keysBefore: new Map([...renamed].map(([earlier, later]) => [later, earlier])),
  };
}

export function difference(
  { keysBefore }: Comparison,
  kind: DifferenceKind,
  { type, key, place, step }: Subject,
  words: Words,
): Difference {
  const isGone = kind === 'removed';
  const path = pointer(isGone ? earlierPlace(keysBefore, place) : place);
  return { kind, element: { type, key, path }, ...(step !== undefined && { step }), words };
}

/** Undoes the renaming within a place of the earlier document. */
function earlierPlace(keysBefore: ReadonlyMap<string, string>, place: Place): Place {
  return place.map((part, index) => {
    const isStep = index > 0 && place[index - 1] === 'states' && place[0] === 'machine';
    return isStep ? (keysBefore.get(String(part)) ?? part) : part;
  });
}

/** The name of a step as the document has it; of the machine itself, the pathway's title. */
export function stepName(document: PathwayDocument, key: string): Words {
  if (key === document.machine.id) return document.title;
  return own(document.steps, key)?.label ?? { it: key, en: key };
}

/** The name of a step now, or, when it is gone, what it was. */
export function currentName({ before, after }: Comparison, key: string): Words {
  const document = after.nodeByKey.has(key) ? after.document : before.document;
  return stepName(document, key);
}
