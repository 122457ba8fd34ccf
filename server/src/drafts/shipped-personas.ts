import { pathwayTexts, personaValues } from '../programme/definitions-folder.ts';

interface Shipped {
  readonly id: string;
  readonly pathway: string;
  readonly name: string;
}

let read: readonly Shipped[] | undefined;

/** The personas of the installation's files, which don't change while it runs. */
export function shippedPersonas(): readonly Shipped[] {
  // The files are the repository's own, and its tests walk each of them.
  read ??= pathwayTexts().flatMap(({ id }) => personaValues(id) as Shipped[]);
  return read;
}
