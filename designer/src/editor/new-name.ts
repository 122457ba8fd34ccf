import type { PathwayDocument } from '@percorso/engine';
import { isFree } from '../commands/edit/nodes.ts';
import { placedActivities } from '../commands/uses/use.ts';

const LENGTH_MAX = 48;

/** Letters, digits and hyphens of a text: «Colloquio di orientamento» → `colloquio-di-orientamento`. */
function slug(text: string, instead: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, LENGTH_MAX)
    .replace(/-+$/, '');
  return plain || instead;
}

/** The name itself, or with the first number that makes it a new one. */
function firstFree(name: string, isTaken: (name: string) => boolean, between = '-'): string {
  if (!isTaken(name)) return name;
  let number = 2;
  while (isTaken(`${name}${between}${number}`)) number += 1;
  return `${name}${between}${number}`;
}

/** Names that nobody has to think of: made from what a coordinator calls the thing. */
export function newStepName(
  document: PathwayDocument,
  label: string,
  taken: ReadonlySet<string> = new Set(),
): string {
  return firstFree(slug(label, 'step'), (name) => taken.has(name) || !isFree(document, name));
}

/** An action's name is in capitals: «Conferma» → `CONFERMA`. */
export function newActionName(document: PathwayDocument, label: string): string {
  const name = slug(label, 'action').replaceAll('-', '_').toUpperCase();
  return firstFree(name, (one) => Object.hasOwn(document.actions, one), '_');
}

export function newActivityName(document: PathwayDocument, label: string): string {
  const taken = new Set(placedActivities(document).map(({ activity }) => activity.id));
  return firstFree(slug(label, 'activity'), (name) => taken.has(name));
}

export function newStageName(document: PathwayDocument, label: string): string {
  return firstFree(slug(label, 'stage'), (name) => document.stages.some(({ id }) => id === name));
}

/** The name of a rule, a form or a message. */
export function newNameIn(
  record: Readonly<Record<string, unknown>>,
  label: string,
  instead: string,
): string {
  return firstFree(slug(label, instead), (name) => Object.hasOwn(record, name));
}

/** The name of a fact or of a form's field: «Numero di assenze» → `numeroDiAssenze`. */
export function newFieldName(properties: Readonly<Record<string, unknown>>, label: string): string {
  const name = slug(label, 'field').replace(/-([a-z0-9])/g, (_, next: string) =>
    next.toUpperCase(),
  );
  return firstFree(name, (one) => Object.hasOwn(properties, one), '');
}
